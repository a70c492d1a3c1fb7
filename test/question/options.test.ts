/** The table of requirement options against the schema: no field without an option that reads, writes and counts. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { openCatalog } from "../../src/catalog/index.ts";
import { decide } from "../../src/decision/decision.ts";
import type { Need } from "../../src/decision/need.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { documentValues } from "../../src/question/document-layer.ts";
import { EXCEPTIONS, inexpressibleFields } from "../../src/question/exported-question.ts";
import { toCommand } from "../../src/question/flags.ts";
import { flagLayer, normalisedRequirements, resolveNeed } from "../../src/question/index.ts";
import { documentOf } from "../../src/question/merge.ts";
import { REQUIREMENT_ENTRIES } from "../../src/question/options/index.ts";
import { valueAt } from "../../src/question/requirement-option.ts";
import { Failure } from "../../src/schema/failure.ts";
import { type Requirements, requirements } from "../../src/schema/requirements.ts";
import { layerOf } from "../support/requirements.ts";
import { TEST_DAY } from "../support/run.ts";
import { anyDocument } from "./any-document.ts";
import { catalog, closeTo, flagsOf, TODAY, tools } from "./fixture.ts";

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  type?: string;
  anyOf?: JsonSchema[];
}

/** Every field of the schema that is stated whole, as `workload.inputTokens`. */
function fieldsOf({ properties = {} }: JsonSchema, prefix = ""): string[] {
  return Object.entries(properties).flatMap(([key, field]) =>
    field.properties === undefined ? [`${prefix}${key}`] : fieldsOf(field, `${prefix}${key}.`),
  );
}

const FIELDS = fieldsOf(z.toJSONSchema(requirements) as JsonSchema).filter(
  (field) => field !== "$schema",
);

const resolve = (document: Requirements) =>
  resolveNeed([layerOf(document)], catalog, { asOf: TODAY });

test("every field of a requirements document has one option, and no option sets another field", () => {
  // A file is another way to state a number that has an option.
  const stating = REQUIREMENT_ENTRIES.filter(([, { isPath }]) => isPath !== true);
  const set = stating.map(([, { path }]) => path);
  expect(FIELDS).toContain("workload.inputTokens");
  expect(set.toSorted()).toEqual(FIELDS.toSorted());
});

/** Whether a field takes a number, alone or as the mean of a spread. */
function takesNumber(field: string): boolean {
  const schema = field
    .split(".")
    .reduce<JsonSchema | undefined>(
      (part, key) => part?.properties?.[key],
      z.toJSONSchema(requirements) as JsonSchema,
    );
  const forms = schema?.anyOf ?? [schema];
  return forms.some((form) => form?.type === "number" || form?.type === "integer");
}

test.each(FIELDS.filter(takesNumber))("%s is read in a document as on the command line", (path) => {
  const keys = path.split(".");
  const value = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), "7 dozens");
  // Left alone, it would be the schema's to refuse.
  expect(() => documentValues({ value, where: () => "r.yaml" })).toThrow(Failure);
});

test.each(FIELDS)("%s is written as its option and read as it was", async (field) => {
  const alone = anyDocument.map((given) => only(requirements.parse(given), field));
  const isTypable = (document: Requirements) =>
    toCommand(document).length > 0 && inexpressibleFields(document).length === 0;
  // A filter that lets nothing through waits without end.
  expect(fc.sample(alone, 200).filter(isTypable), "in any-document.ts").not.toEqual([]);
  const stating = alone.filter(isTypable);
  await fc.assert(
    fc.asyncProperty(stating, async (document) => {
      const layer = await flagLayer(flagsOf(toCommand(document)), tools);
      expect(meaningOf(layer.document)).toEqual(meaningOf(document));
    }),
    { numRuns: 20 },
  );
});

test("a need, typed as a command line, is the same need but for the named exceptions", async () => {
  let same = 0;
  await fc.assert(
    fc.asyncProperty(anyDocument, async (given) => {
      const need = needOrNull(withoutUnknowns(requirements.parse(given)));
      if (need === null) return;
      const document = normalisedRequirements(need);
      const excepted = inexpressibleFields(document, catalog.useCases);
      // In place of images that cannot be typed the task's own count, and ask for vision.
      if (excepted.includes("workload.images")) excepted.push("needs");
      const layer = await flagLayer(flagsOf(toCommand(document)), tools);
      const again = normalisedRequirements(resolveNeed([layer], catalog, { asOf: TODAY }));
      const compared = FIELDS.filter((field) => !excepted.some((each) => each === field));
      expect(closeTo(fieldsIn(again, compared))).toEqual(closeTo(fieldsIn(document, compared)));
      same += 1;
    }),
    { numRuns: 600 },
  );
  expect(same).toBeGreaterThan(60);
});

test("every exception is of a field, has a reason, and is met by some document", () => {
  const preset = { stream: true, needs: ["mcp"], exclude: ["big"], includeSuccessors: true };
  const met: Requirements = {
    useCase: "preset",
    stream: false,
    needs: [],
    exclude: [],
    includeSuccessors: false,
    workload: {
      inputTokens: { mean: 1 },
      outputTokens: { mean: 1 },
      images: [],
      fineTuned: false,
      cachedAsBilled: false,
    },
  };
  const useCases = [
    {
      id: "preset",
      name: "preset",
      describes: "preset",
      because: "a test",
      requirements: requirements.parse({
        ...preset,
        workload: { fineTuned: true, cachedAsBilled: true },
      }),
    },
  ];
  expect(inexpressibleFields(met, useCases)).toEqual(EXCEPTIONS.map(({ field }) => field));
  for (const { because } of EXCEPTIONS) expect(because.length).toBeGreaterThan(20);
  expect(inexpressibleFields({ ...met, workload: {} })).toEqual([]);
});

/** For each hard limit a document that no model can meet. */
const UNMEETABLE: Record<string, Requirements> = {
  "limits.usdPerMonth": { limits: { usdPerMonth: 1e-6 } },
  "limits.usdPerRequest": { limits: { usdPerRequest: 1e-12 } },
  "limits.waitSeconds": { limits: { waitSeconds: 0.001 } },
  "limits.contextTokens": { limits: { contextTokens: 1e9 } },
  "limits.outputTokens": { limits: { outputTokens: 1e9 } },
  needs: { needs: ["on-device"] },
  "rateLimits.usageTier": { rateLimits: { usageTier: 1 } },
  "rateLimits.peakRequestsPerMinute": { rateLimits: { usageTier: 5, peakRequestsPerMinute: 1e9 } },
  minBenchmarks: { minBenchmarks: { mmlu: 100 } },
  availableUntil: { availableUntil: "2099-01-01" },
};

describe("a hard limit excludes whoever does not meet it", async () => {
  const shipped = await openCatalog();
  const limits = REQUIREMENT_ENTRIES.filter(([, { group }]) => group === "Hard limits");
  // Stated, because a limit against assumed figures leaves a model open.
  const workload = { requestsPerMonth: 1e11, inputTokens: 500, outputTokens: 100 };

  test.each(limits)("%s", (_name, { path }) => {
    const layers = [layerOf({ workload, ...UNMEETABLE[path] })];
    const need = resolveNeed(layers, shipped, { asOf: TEST_DAY });
    const { excluded, ranking } = decide(need, openFactSheets(shipped, need.asOf));
    expect(ranking).toEqual([]);
    const [group] = path.split(".");
    for (const { failed } of excluded) {
      expect(failed.map(({ constraint }) => constraint.split(".")[0])).toContain(group);
    }
  });

  test("the same models are in without one", () => {
    const need = resolveNeed([layerOf({ workload })], shipped, { asOf: TEST_DAY });
    expect(decide(need, openFactSheets(shipped, need.asOf)).excluded).toEqual([]);
  });
});

function only(document: Requirements, field: string): Requirements {
  const entry = REQUIREMENT_ENTRIES.find(([, { path }]) => path === field)?.[1];
  const value = entry === undefined ? undefined : valueAt(document, entry.path);
  return value === undefined ? {} : documentOf([[field.split("."), value]]);
}

/** A wait to the first sentence is typed as a wait and `--stream`, a mix of one task as that task. */
function meaningOf(document: Requirements) {
  const { latency, stream, task, ...rest } = document;
  const only_ = typeof task === "object" && Object.keys(task).length === 1;
  const isWait = typeof latency === "object";
  return {
    ...rest,
    task: only_ ? Object.keys(task)[0] : task,
    latency: isWait ? latency.maxSeconds : latency,
    stream: stream ?? (isWait && latency.measure === "first-sentence"),
  };
}

function fieldsIn(document: Requirements, fields: readonly string[]) {
  const entries = REQUIREMENT_ENTRIES.filter(([, { path }]) => fields.includes(path));
  return Object.fromEntries(entries.map(([, { path }]) => [path, valueAt(document, path)]));
}

/** Drops the fields whose random values are refused most often, so that enough documents resolve. */
function withoutUnknowns(document: Requirements): Requirements {
  const { availableUntil: _until, asOf: _asOf, models: _models, ...rest } = document;
  if (rest.useCase === "nothing-known") delete rest.useCase;
  if (rest.weights !== undefined) delete rest.priority;
  return rest;
}

function needOrNull(document: Requirements): Need | null {
  try {
    return resolve(document);
  } catch (error) {
    if (error instanceof Failure && error.kind === "usage") return null;
    throw error;
  }
}
