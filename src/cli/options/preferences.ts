/** Options that say what the project is and how much cost, speed and quality matter to it. */
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  LATENCY_LEVELS,
  QUALITY_LEVELS,
} from "../../schema/vocabulary.ts";
import { inWords, type OptionSpecs } from "./option.ts";

const group = "Requirements";

export const PREFERENCE_OPTIONS = {
  useCase: {
    flag: "--use-case",
    short: "-u",
    group,
    placeholder: "id",
    help: "start from a preset; 'pick-model use-cases' lists them",
  },
  task: {
    flag: "--task",
    short: "-t",
    group,
    placeholder: "id[=share],…",
    help: "kind of work, or a mix: coding,math or coding=3,math=1; 'pick-model tasks' lists them",
    repeatable: true,
  },
  complexity: {
    flag: "--complexity",
    group,
    placeholder: "level",
    help: `${inWords(COMPLEXITIES)}; overrides the task's`,
    choices: COMPLEXITIES,
  },
  budget: {
    flag: "--budget",
    short: "-b",
    group,
    placeholder: "level|usd",
    help: `${inWords(BUDGET_LEVELS)}; or an amount a month (500), which is a hard limit`,
    choices: BUDGET_LEVELS,
  },
  latency: {
    flag: "--latency",
    short: "-l",
    group,
    placeholder: "level|time",
    help: `${inWords(LATENCY_LEVELS)}; or a wait (800ms, 2s), which is a hard limit`,
    choices: LATENCY_LEVELS,
  },
  quality: {
    flag: "--quality",
    short: "-q",
    group,
    placeholder: "level",
    help: `how good answers have to be: ${inWords(QUALITY_LEVELS)}`,
    choices: QUALITY_LEVELS,
  },
  stream: {
    flag: "--stream",
    group,
    help: "answers are streamed: the wait is to the first sentence, not to the whole answer",
  },
  weight: {
    flag: "--weight",
    group,
    placeholder: "criterion=n",
    help: `how much ${inWords(CRITERIA)} counts, as a number`,
    repeatable: true,
  },
  priority: {
    flag: "--priority",
    group,
    placeholder: "criterion,…",
    help: "what counts most, in order: quality,cost,latency",
    choices: CRITERIA,
  },
} as const satisfies OptionSpecs;
