/** What the article that started the project claims, dimension by dimension, beside what the evidence says. */
import * as z from "zod/mini";
import { identifier, sentence } from "./scalars.ts";

export const ARTICLE_VERDICTS = ["holds", "holds-in-part", "unsupported", "contradicted"] as const;

export const articleDimension = z.strictObject({
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
    z.strictObject({ model: identifier, useCases: z.array(identifier).check(z.minLength(1)) }),
  ),
});
export type ArticleDimension = z.infer<typeof articleDimension>;

export const articleFile = z.strictObject({
  title: sentence,
  dimensions: z.array(articleDimension).check(z.minLength(1)),
});
