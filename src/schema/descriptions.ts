/** What the catalog describes beside models: benchmarks, sources, vendors, tasks, and the article's claims. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { identifier, positive, sentence, share, isoDate, count } from "./scalars.ts";
import { SOURCE_CLASSES, COMPLEXITIES, IMAGE_DETAILS } from "./vocabulary.ts";

// What the article that started the project claims, dimension by dimension, beside what the evidence says.

export const ARTICLE_VERDICTS = ["holds", "holds-in-part", "unsupported", "contradicted"] as const;

export const articleDimension = strictObject({
  /** The comparison trait this claim belongs to. */
  trait: identifier,
  dimension: sentence,
  claim: sentence,
  verdict: z.enum(ARTICLE_VERDICTS),
  /** What today's evidence says; figures stay in the model files. */
  evidence: sentence,
  sources: z.array(identifier),
  /** The model and the use cases (by id) the claim names for it, where it names some. */
  suits: z.optional(
    strictObject({ model: identifier, useCases: z.array(identifier).check(z.minLength(1)) }),
  ),
});
export type ArticleDimension = z.infer<typeof articleDimension>;

export const articleFile = strictObject({
  title: sentence,
  /** The models it speaks of; of any other it says nothing. */
  models: z.array(identifier).check(z.minLength(1)),
  dimensions: z.array(articleDimension).check(z.minLength(1)),
});

// A kind of work: which benchmarks speak for it, how hard it is, and the workload assumed until one is stated.

export const taskBenchmark = strictObject({
  relevance: positive,
  /** Why this benchmark speaks for the task. */
  because: sentence,
});

export const taskWorkload = strictObject({
  requestsPerMonth: count,
  inputTokens: count,
  outputTokens: count,
  images: z.optional(
    z.array(
      strictObject({
        width: positive,
        height: positive,
        detail: z.enum(IMAGE_DETAILS),
        count: positive,
      }),
    ),
  ),
  because: sentence,
});

export const task = strictObject({
  id: identifier,
  name: sentence,
  describes: sentence,
  complexity: z.enum(COMPLEXITIES),
  complexityBecause: sentence,
  benchmarks: z.record(identifier, taskBenchmark),
  /** What the evidence cannot say about this task. */
  caveat: z.optional(sentence),
  workload: taskWorkload,
});
export type Task = z.infer<typeof task>;

export const tasksFile = strictObject({ tasks: z.array(task).check(z.minLength(1)) });

// Who serves models, by the name people know.

export const vendor = strictObject({
  /** What a model calls its `provider`, and a claim its `platform`. */
  id: identifier,
  /** As sentences say it: `OpenAI names …`, `in OpenAI's API`. */
  name: sentence,
  /** Where the name is written so. */
  source: z.optional(identifier),
  note: z.optional(sentence),
});
export type Vendor = z.infer<typeof vendor>;

export const vendorsFile = strictObject({ vendors: z.array(vendor).check(z.minLength(1)) });

// Where facts come from: every source once.

export const source = strictObject({
  id: identifier,
  title: sentence,
  publisher: sentence,
  url: z.optional(z.url({ protocol: /^https?$/ })),
  class: z.enum(SOURCE_CLASSES),
  /** Who measured it, where the publisher only repeats a measurement. */
  measurer: z.optional(identifier),
  /** The day the source gives for itself; absent when it gives none. */
  published: z.optional(isoDate),
  /** The day it, or the copy it was read through, was last seen. */
  checked: isoDate,
  note: z.optional(sentence),
});
export type Source = z.infer<typeof source>;

export const sourcesFile = strictObject({ sources: z.array(source).check(z.minLength(1)) });

/** In the order people are shown them. */
export const BENCHMARK_FIELDS = [
  "knowledge",
  "reasoning",
  "coding",
  "tools",
  "long texts",
  "images",
  "chat",
] as const;

export const benchmark = strictObject({
  id: identifier,
  name: sentence,
  measures: sentence,
  /** `percent`: share of items right, 0 to 100. `percent-wrong`: lower is better. `elo`: an arena rating. */
  scale: z.enum(["percent", "percent-wrong", "elo"]),
  /** Share right by guessing, 0 to 1. */
  chance: share,
  /** Items of the test; absent when not known (100 is then used and said). */
  items: z.optional(positive),
  /** Standard error in Elo points, for arena ratings. */
  eloStandardError: z.optional(positive),
  /** Frozen Rasch difficulty in logits: a constant that never moves when a model is added. */
  difficulty: z.number(),
  /** How the difficulty was found: the models it was linked through, and their figures. */
  linkedThrough: sentence,
  /** What it asks of a model, for lists of many tests. */
  field: z.optional(z.enum(BENCHMARK_FIELDS)),
  /** For a test that tells people most: what it is about, and its name in few words. */
  telling: z.optional(strictObject({ about: sentence, test: sentence })),
  /**
   * For a suite that times whole requests too: what its runs are called before the day (`bfcl-2024-08-14`), what they
   * time in few words, and why they are one row.
   */
  timedRuns: z.optional(strictObject({ called: identifier, timed: sentence, because: sentence })),
  provisional: z.optional(z.literal(true)),
  source: identifier,
  note: z.optional(sentence),
});
export type Benchmark = z.infer<typeof benchmark>;

export const benchmarksFile = strictObject({
  benchmarks: z.array(benchmark).check(z.minLength(1)),
});
