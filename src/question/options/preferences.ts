/** Options that say what the project is and how much cost, speed and quality matter to it. */
import { usageFailure, quoted } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { Requirements } from "../../schema/requirements.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  LATENCY_LEVELS,
  QUALITY_LEVELS,
  REASONING_EFFORTS,
} from "../../schema/vocabulary.ts";
import { secondsText, readSeconds } from "../../typed/duration.ts";
import { readUsdPerMonth } from "../../typed/money.ts";
import { shortText } from "../../typed/number.ts";
import { readTaskMix, readWeights } from "../../typed/pairs.ts";
import { readIdentifier, readWord, readWords } from "../../typed/word.ts";
import { inWords } from "../option.ts";
import {
  many,
  one,
  pairs,
  pairsText,
  type RequirementOption,
  toggle,
} from "../requirement-option.ts";

// Options that take a preference word or a hard limit: budget and latency.

/** An amount, whatever stands before it: `$5`, `€5`, `USD 5`, `R$5`. */
const NUMERIC = /^[-−+\d.∞]|^\D{1,4}\d|^[$€£¥₹₽₩₺₴₿]|^(?:USD?|nan$|inf)/i;

/** A budget word, or US dollars a month. */
export function readBudget(text: string, flag: string): NonNullable<Requirements["budget"]> {
  const typed = shortText(text, flag);
  const word = BUDGET_LEVELS.find((each) => each === typed.toLowerCase());
  if (word !== undefined) return word;
  if (NUMERIC.test(typed)) return readUsdPerMonth(typed, flag);
  const amount = "US dollars a month, such as 500";
  throw usageFailure(missing(typed, "a budget"), flag, suggestion(typed, BUDGET_LEVELS, amount));
}

/** A latency word, or the longest typical wait as a duration, measured to the complete answer. */
export function readLatency(text: string, flag: string): NonNullable<Requirements["latency"]> {
  const typed = shortText(text, flag);
  const word = LATENCY_LEVELS.find((each) => each === typed.toLowerCase());
  if (word !== undefined) return word;
  if (NUMERIC.test(typed)) {
    return { maxSeconds: readSeconds(typed, flag), measure: "full-answer" };
  }
  const amount = "a duration, such as 2s";
  throw usageFailure(missing(typed, "a wait"), flag, suggestion(typed, LATENCY_LEVELS, amount));
}

function missing(typed: string, what: string): string {
  return typed === "" ? "no value" : `${quoted(typed)} is not ${what}`;
}

const group = "Requirements";

export const PREFERENCE_OPTIONS = {
  useCase: {
    flag: "--use-case",
    short: "-u",
    group,
    placeholder: "id",
    help: "start from a preset; 'pick-model use-cases' lists them",
    brief: "a preset           list: pick-model use-cases",
    names: "useCases",
    ...one("useCase", readIdentifier),
  },
  task: {
    flag: "--task",
    short: "-t",
    group,
    placeholder: "id[=share],…",
    help: "kind of work, or a mix: coding,math or coding=3,math=1; 'pick-model tasks' lists them",
    brief: "chat, rag, coding, …   list: pick-model tasks",
    names: "tasks",
    repeatable: true,
    ...many("task", readTaskMix, (task) => [typeof task === "object" ? pairsText(task) : task]),
  },
  complexity: {
    flag: "--complexity",
    group,
    placeholder: "level",
    help: `${inWords(COMPLEXITIES)}; overrides the task's`,
    choices: COMPLEXITIES,
    ...one("complexity", (text, flag) => readWord(text, flag, COMPLEXITIES)),
  },
  budget: {
    flag: "--budget",
    short: "-b",
    group,
    placeholder: "level|usd",
    help: `${inWords(BUDGET_LEVELS)}; or an amount a month (500), which is a hard limit`,
    brief: `${BUDGET_LEVELS.join(", ")}, or 500 ($)`,
    choices: BUDGET_LEVELS,
    ...one("budget", readBudget),
  },
  latency: {
    flag: "--latency",
    short: "-l",
    group,
    placeholder: "level|time",
    help: `${inWords(LATENCY_LEVELS)}; or a wait (800ms, 2s), which is a hard limit`,
    brief: `${LATENCY_LEVELS.join(", ")}, or 2s`,
    choices: LATENCY_LEVELS,
    ...one("latency", readLatency, (latency) =>
      typeof latency === "object" ? secondsText(latency.maxSeconds) : latency,
    ),
  },
  quality: {
    flag: "--quality",
    short: "-q",
    group,
    placeholder: "level",
    help: `how good answers have to be: ${inWords(QUALITY_LEVELS)}`,
    brief: QUALITY_LEVELS.join(", "),
    choices: QUALITY_LEVELS,
    ...one("quality", (text, flag) => readWord(text, flag, QUALITY_LEVELS)),
  },
  effort: {
    flag: "--effort",
    group,
    placeholder: "level",
    help: "reasoning effort of models that reason: none, or the least they have, unless told",
    choices: REASONING_EFFORTS,
    ...one("effort", (text, flag) => readWord(text, flag, REASONING_EFFORTS)),
  },
  stream: {
    flag: "--stream",
    group,
    help: "answers are streamed: the wait is to the first sentence, not to the whole answer",
    // A wait in seconds can say in the document what it is measured to.
    ...toggle("stream", ({ stream, latency }) => {
      const measure = typeof latency === "object" ? latency.measure : "full-answer";
      return stream ?? measure === "first-sentence";
    }),
  },
} as const satisfies Record<string, RequirementOption>;

export const WEIGHT_OPTIONS = {
  weight: {
    flag: "--weight",
    group,
    placeholder: "criterion=n",
    help: `how much ${inWords(CRITERIA)} counts, as a number`,
    repeatable: true,
    ...pairs("weights", readWeights),
  },
  priority: {
    flag: "--priority",
    group,
    placeholder: "criterion,…",
    help: "what counts most, in order: quality,cost,latency",
    choices: CRITERIA,
    ...many(
      "priority",
      (texts, flag) => readWords(texts, flag, CRITERIA),
      (order) => [order.join(",")],
    ),
  },
} as const satisfies Record<string, RequirementOption>;
