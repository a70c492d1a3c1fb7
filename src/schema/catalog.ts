/** Everything the engine decides from, as one value. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { articleFile, benchmark, source, vendor, task } from "./descriptions.ts";
import { levels } from "./levels.ts";
import { model } from "./model.ts";
import { useCase } from "./requirements.ts";

export const catalog = strictObject({
  models: z.array(model).check(z.minLength(1)),
  vendors: z.array(vendor),
  sources: z.array(source),
  benchmarks: z.array(benchmark),
  tasks: z.array(task),
  useCases: z.array(useCase),
  levels,
  article: articleFile,
});
export type CatalogData = z.infer<typeof catalog>;

/** A catalog with the digest of its content. */
export interface Catalog extends CatalogData {
  /** `sha256:` and the hex digest of the content. */
  digest: string;
  /** Model ids with claims added from the user's own files. */
  overlaid: string[];
}
