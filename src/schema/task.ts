/** A kind of work: which benchmarks speak for it, how hard it is, and the workload assumed until one is stated. */
import * as z from "zod/mini";
import { count, identifier, positive, sentence } from "./scalars.ts";
import { COMPLEXITIES, IMAGE_DETAILS } from "./vocabulary.ts";

export const taskBenchmark = z.strictObject({
  relevance: positive,
  /** Why this benchmark speaks for the task. */
  because: sentence,
});

export const taskWorkload = z.strictObject({
  requestsPerMonth: count,
  inputTokens: count,
  outputTokens: count,
  images: z.optional(
    z.array(
      z.strictObject({
        width: positive,
        height: positive,
        detail: z.enum(IMAGE_DETAILS),
        count: positive,
      }),
    ),
  ),
  because: sentence,
});

export const task = z.strictObject({
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

export const tasksFile = z.strictObject({ tasks: z.array(task).check(z.minLength(1)) });
