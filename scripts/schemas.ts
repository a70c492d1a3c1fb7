/** JSON Schemas from the zod schemas: what editors complete from and other programs validate with. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import { articleFile } from "../src/schema/article.ts";
import { benchmarksFile } from "../src/schema/benchmark.ts";
import { levels } from "../src/schema/levels.ts";
import { model, modelOverlay } from "../src/schema/model.ts";
import { requirements, useCase } from "../src/schema/requirements.ts";
import { recommendation } from "../src/schema/result.ts";
import { sourcesFile } from "../src/schema/source.ts";
import { tasksFile } from "../src/schema/task.ts";

/** `input`: what a person may write, defaults left out. `output`: what the program prints. */
interface Published {
  schema: z.core.$ZodType;
  io: "input" | "output";
  title: string;
}

const PUBLISHED = {
  article: { schema: articleFile, io: "input", title: "What the article claims" },
  benchmarks: { schema: benchmarksFile, io: "input", title: "Benchmarks" },
  levels: { schema: levels, io: "input", title: "Levels and constants" },
  model: { schema: model, io: "input", title: "A model and the claims about it" },
  "model-overlay": { schema: modelOverlay, io: "input", title: "More claims about a model" },
  recommendation: { schema: recommendation, io: "output", title: "A recommendation" },
  requirements: { schema: requirements, io: "input", title: "A project's requirements" },
  sources: { schema: sourcesFile, io: "input", title: "Sources" },
  tasks: { schema: tasksFile, io: "input", title: "Tasks" },
  "use-case": { schema: useCase, io: "input", title: "A use case" },
} satisfies Record<string, Published>;

export const SCHEMA_FOLDER = path.join(import.meta.dirname, "..", "schema");

/** File name to its whole text. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, published]) => [
      `${name}.schema.json`,
      `${JSON.stringify(jsonSchema(published), null, 2)}\n`,
    ]),
  );
}

function jsonSchema({ schema, io, title }: Published): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, reused: "ref" });
  return { $schema, title, ...rest };
}

async function writeSchemas(): Promise<void> {
  const files = Object.entries(schemaFiles());
  await Promise.all(files.map(([name, text]) => writeFile(path.join(SCHEMA_FOLDER, name), text)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeSchemas();
