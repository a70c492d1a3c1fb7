/** Options of decision lockfiles: what a team overrules or accepts, and what a check insists on. */
import { CHECK_CAUSES, CHECK_CODES } from "../../answers/check/policy.ts";
import type { OptionSpecs } from "../../question/option.ts";

const group = "This command";

/** The model in use, or asked for by name, that the answer has to name too. */
const expect = {
  flag: "--expect",
  group,
  placeholder: "model",
  help: "fail unless this is the pick",
  names: "models",
} as const;

export const LOCK_OPTIONS = {
  decide: {
    flag: "--decide",
    group,
    placeholder: "model",
    help: "overrule the pick: 'check' guards this model",
    names: "models",
  },
  migrateTo: {
    flag: "--migrate-to",
    group,
    placeholder: "model",
    help: "the model to move to when the guarded one ends",
    names: "models",
  },
  expect,
  accept: {
    flag: "--accept",
    group,
    placeholder: "code[=model]",
    help: `let a finding of 'check' pass for a while: ${CHECK_CODES.join(", ")}`,
    choices: CHECK_CODES,
  },
  reason: {
    flag: "--reason",
    group,
    placeholder: "text",
    help: "why; goes with --decide, --migrate-to and --accept",
  },
  by: {
    flag: "--by",
    group,
    placeholder: "name",
    help: "who decides or accepts (else GITHUB_ACTOR or the user of this machine)",
  },
  expires: {
    flag: "--expires",
    group,
    placeholder: "date",
    help: "last day it counts; needed for --accept, at most 180 days ahead",
  },
} as const satisfies OptionSpecs;

export const CHECK_OPTIONS = {
  all: {
    flag: "--all",
    group,
    help: "a row for every lock, those that hold too",
  },
  failWithin: {
    flag: "--fail-within",
    group,
    placeholder: "days",
    help: "fail when the model shuts down within so many days (30)",
  },
  maxCostRise: {
    flag: "--max-cost-rise",
    group,
    placeholder: "percent",
    help: "fail when the month costs more than this above the lock",
  },
  maxAge: {
    flag: "--max-age",
    group,
    placeholder: "days",
    help: "fail when a fact the answer hinges on is older",
  },
  maxCatalogAge: {
    flag: "--max-catalog-age",
    group,
    placeholder: "days",
    help: "fail when the newest evidence of the catalog is older (60)",
  },
  minConfidence: {
    flag: "--min-confidence",
    group,
    placeholder: "share",
    help: "fail below this share of what-if runs (0.8, 80%)",
  },
  expect,
  update: {
    flag: "--update",
    group,
    help: "rewrite the locks and print what changed",
  },
  ignoreCause: {
    flag: "--ignore-cause",
    group,
    placeholder: "cause,…",
    help: `let findings of a cause pass: ${CHECK_CAUSES.join(", ")}; 'time' suits pull requests`,
    choices: CHECK_CAUSES,
    repeatable: true,
  },
} as const satisfies OptionSpecs;
