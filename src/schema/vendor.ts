/** Who serves models, by the name people know. */
import * as z from "zod/mini";
import { identifier, sentence } from "./scalars.ts";

export const vendor = z.strictObject({
  /** What a model calls its `provider`, and a claim its `platform`. */
  id: identifier,
  /** As sentences say it: `OpenAI names …`, `in OpenAI's API`. */
  name: sentence,
  /** Where the name is written so. */
  source: z.optional(identifier),
  note: z.optional(sentence),
});
export type Vendor = z.infer<typeof vendor>;

export const vendorsFile = z.strictObject({ vendors: z.array(vendor).check(z.minLength(1)) });
