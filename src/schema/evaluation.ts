/** An evidence file: how often each model did the user's own work, and how that reaches the common scale. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import {
  boundedCount,
  identifier,
  isoDate,
  nonNegative,
  positive,
  quantity,
  sentence,
  share,
  within,
} from "./scalars.ts";
import { MOST } from "./texts.ts";

/** Log-odds that anything real stays inside of. */
const logits = within(-100, 100);
const tokens = nonNegative.check(z.lte(MOST));

/** `alias`: the snapshot the plain id meant on the day. `exact`: the id is a snapshot's own. */
const scope = z.enum(["alias", "exact"]);

/** A model's id; at an effort of reasoning `gpt-6-luna@low`, and `ft:gpt-4o-mini-2024-07-18:acme::abc` is one too. */
const ALTERNATIVE = /^[A-Za-z0-9][A-Za-z0-9._:/-]*(?:@[a-z]+)?$/;
const alternative = z
  .string()
  .check(
    z.regex(ALTERNATIVE, "expected a model's id, with @ and an effort where it reasons"),
    z.maxLength(200),
  );

export const evaluatedModel = strictObject({
  scope,
  /** Who served it, where that was not its own vendor. */
  platform: z.optional(identifier),
  /** Mean over the distinct tests of each test's share of passes. */
  passRate: share,
  /** Distinct tests that were graded. */
  tests: boundedCount.check(z.gte(1)),
  /** Tests that the repeats are worth. */
  effectiveTests: positive,
  /** Empirical log-odds of passing, and their standard error. */
  logit: logits,
  se: within(0, 100),
  notRun: boundedCount,
  answerSeconds: z.optional(
    strictObject({ p50: nonNegative, n: boundedCount, outputTokensP50: tokens }),
  ),
  /** Means a request; null where every answer came out of a cache. */
  tokens: z.nullable(
    strictObject({ input: tokens, output: tokens, cachedInput: tokens, n: boundedCount }),
  ),
});
export type EvaluatedModel = z.infer<typeof evaluatedModel>;

/** Passes of the user's own tests of one kind of work, and what puts them on the common scale of ability. */
export const ownTests = strictObject({
  /** The run they come from. */
  run: sentence,
  tests: boundedCount.check(z.gte(1)),
  /** Mean over the distinct tests of each test's share of passes. */
  passRate: share,
  /** Tests that the repeats are worth. */
  effectiveTests: quantity,
  /** Empirical log-odds of passing, and their standard error. */
  logit: logits,
  standardError: within(0, 100),
  /** Of the tests, logits; absent where a target takes its place. */
  difficulty: z.optional(logits),
  /** The success rate that the work needs. */
  target: z.optional(share.check(z.gt(0), z.lt(1))),
  /** Tests that another model took too. */
  pairs: z.array(
    strictObject({
      with: sentence,
      both: boundedCount,
      onlyThis: boundedCount,
      onlyOther: boundedCount,
      neither: boundedCount,
    }),
  ),
});
export type OwnTests = z.infer<typeof ownTests>;

/** Tests that two models both took. */
const pair = strictObject({
  first: alternative,
  second: alternative,
  both: boundedCount,
  onlyFirst: boundedCount,
  onlySecond: boundedCount,
  neither: boundedCount,
});
export type EvaluatedPair = z.infer<typeof pair>;

export const evaluationFile = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal("evaluation"),
    id: identifier,
    source: strictObject({
      class: z.literal("own"),
      title: sentence,
      checked: isoDate,
      /** Of the results as they were read. */
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits")),
    }),
    /** The kind of work that was tested. */
    task: identifier,
    /** What counted as a pass. */
    criterion: sentence,
    tests: strictObject({
      distinct: boundedCount,
      repeats: boundedCount,
      ungraded: boundedCount,
      notRun: boundedCount,
    }),
    /** The success rate that the work needs, where the user says so. */
    target: z.optional(share.check(z.gt(0), z.lt(1))),
    /**
     * The difficulty, logits, that puts the passes on the common scale: frozen, so that no later model moves anybody.
     * Null with a target, which needs no common scale.
     */
    linking: z.nullable(
      strictObject({
        difficulty: logits,
        /** The abilities, from public results, of the models it was found through. */
        through: z.record(alternative, logits),
        constants: sentence,
      }),
    ),
    models: z.record(alternative, evaluatedModel),
    paired: z.array(pair),
  })
  .check(
    z.refine(
      ({ target, linking }) => (target === undefined) !== (linking === null),
      "needs a target or a linking, and not both",
    ),
    z.refine(({ models }) => Object.keys(models).length > 0, "needs at least one model"),
  );
export type EvaluationFile = z.infer<typeof evaluationFile>;
