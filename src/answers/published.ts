/** JSON Schemas from the zod schemas: what editors complete from and other programs validate with. */
import * as z from "zod/mini";
import { bundleFile } from "../schema/bundle.ts";
import {
  articleFile,
  benchmarksFile,
  sourcesFile,
  vendorsFile,
  tasksFile,
} from "../schema/descriptions.ts";
import { evaluationFile } from "../schema/evaluation.ts";
import { levels } from "../schema/levels.ts";
import { model, modelOverlay } from "../schema/model.ts";
import { requirements, useCase } from "../schema/requirements.ts";
import { check, lock } from "./check/schema.ts";
import { comparison } from "./comparison/schema.ts";
import { costResult } from "./cost/schema.ts";
import { explanation } from "./explanation/schema.ts";
import { migration } from "./migration/schema.ts";
import { profile } from "./profile/schema.ts";
import type { SchemaName } from "./published-names.ts";
import { recommendation } from "./recommendation/schema.ts";

/** `input`: what a person may write, defaults left out. `output`: what the program prints. */
interface Published {
  schema: z.core.$ZodType;
  io: "input" | "output";
  title: string;
}

const PUBLISHED = {
  article: { schema: articleFile, io: "input", title: "What the article claims" },
  benchmarks: { schema: benchmarksFile, io: "input", title: "Benchmarks" },
  bundle: { schema: bundleFile, io: "input", title: "Many models and additions in one file" },
  evaluation: { schema: evaluationFile, io: "input", title: "Evidence from your own tests" },
  cost: { schema: costResult, io: "output", title: "What a workload costs" },
  comparison: { schema: comparison, io: "output", title: "A comparison" },
  explanation: { schema: explanation, io: "output", title: "An explanation" },
  migration: { schema: migration, io: "output", title: "A change of model" },
  levels: { schema: levels, io: "input", title: "Levels and constants" },
  check: { schema: check, io: "output", title: "The outcome of a check" },
  lock: { schema: lock, io: "output", title: "A decision lockfile" },
  model: { schema: model, io: "input", title: "A model and the claims about it" },
  "model-overlay": { schema: modelOverlay, io: "input", title: "More claims about a model" },
  profile: { schema: profile, io: "output", title: "What usage comes to" },
  recommendation: { schema: recommendation, io: "output", title: "A recommendation" },
  requirements: { schema: requirements, io: "input", title: "A project's requirements" },
  sources: { schema: sourcesFile, io: "input", title: "Sources" },
  tasks: { schema: tasksFile, io: "input", title: "Tasks" },
  vendors: { schema: vendorsFile, io: "input", title: "Vendors" },
  "use-case": { schema: useCase, io: "input", title: "A use case" },
} satisfies Record<SchemaName, Published>;

/** The JSON Schema as text, ending with a newline: as printed and as kept in `schema/`. */
export function jsonSchemaText(name: SchemaName): string {
  const { schema, io, title } = PUBLISHED[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, reused: "ref" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
