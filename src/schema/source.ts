/** Where facts come from: every source once. */
import * as z from "zod/mini";
import { identifier, isoDate, sentence } from "./scalars.ts";
import { SOURCE_CLASSES } from "./vocabulary.ts";

export const source = z.strictObject({
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

export const sourcesFile = z.strictObject({ sources: z.array(source).check(z.minLength(1)) });
