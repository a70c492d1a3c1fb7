import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Need } from "../../src/decision/need.ts";
import {
  type Layer,
  mergeLayers,
  normalisedRequirements,
  resolveNeed,
} from "../../src/question/index.ts";
import { Failure } from "../../src/schema/failure.ts";
import { type Requirements, requirements } from "../../src/schema/requirements.ts";
import { anyDocument } from "./any-document.ts";
import { catalog, closeTo, needOf, needOfFlags, TODAY } from "./fixture.ts";

const layerOf = (document: Requirements): Layer => ({
  from: "file",
  document,
  originOf: (path) => path.join("."),
});
const resolve = (document: Requirements) =>
  resolveNeed([layerOf(document)], catalog, { asOf: TODAY });

/** The need, or null where the document contradicts itself; anything but a failure is a fault. */
function resolvedOrRefused(document: Requirements): Need | null {
  try {
    return resolve(document);
  } catch (error) {
    if (error instanceof Failure && error.kind === "usage" && error.message !== "") return null;
    throw error;
  }
}

/** What does not depend on who said it. */
function meaningOf(need: Need) {
  const { origins: _origins, assumptions: _assumptions, weighting, ...rest } = need;
  const { concentration: _concentration, ...counts } = weighting;
  return { ...rest, counts };
}

test("nothing stated, written out in full", () => {
  expect(normalisedRequirements(resolveNeed([], catalog, { asOf: TODAY }))).toEqual({
    task: "general",
    complexity: "moderate",
    budget: "medium",
    latency: "standard",
    quality: "standard",
    stream: false,
    workload: {
      requestsPerMonth: 1000,
      inputTokens: 500,
      outputTokens: 100,
      cachedInputTokens: 0,
      images: [],
      webSearches: 0,
      fileSearches: 0,
      trainingTokens: 0,
      serviceTier: "standard",
      fineTuned: false,
    },
    limits: {},
    needs: [],
    minBenchmarks: {},
    asOf: TODAY,
    exclude: [],
    includeSuccessors: false,
  });
});

test("words stay words and amounts amounts", async () => {
  const need = await needOf(
    "useCase: helpdesk\nbudget: unlimited\nlatency: { maxSeconds: 3 }\ntask: { coding: 3, math: 1 }\n" +
      "workload: { inputTokens: { mean: 800, p50: 600, max: 900 } }\npriority: [quality]",
  );
  expect(normalisedRequirements(need)).toMatchObject({
    useCase: "helpdesk",
    task: { coding: 0.75, math: 0.25 },
    budget: "unlimited",
    latency: { maxSeconds: 3, measure: "full-answer" },
    workload: { inputTokens: { mean: 800, p50: 600, max: 900 } },
    limits: { waitSeconds: 3 },
    priority: ["quality"],
  });
});

test("a mix can assume part of an image, which no document can state", async () => {
  const { workload } = normalisedRequirements(await needOfFlags({ task: ["vision=1,math=3"] }));
  expect(workload?.images).toEqual([{ width: 640, height: 480, detail: "high", count: 0.5 }]);
});

test("any valid document resolves or is refused with a reason, and resolving changes no input", () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = requirements.parse(given);
      const before = structuredClone(document);
      resolvedOrRefused(document);
      expect(document).toEqual(before);
    }),
    { numRuns: 3000 },
  );
});

test("what was resolved, given back, is a valid document that means the same", () => {
  let resolved = 0;
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = requirements.parse(given);
      const need = resolvedOrRefused(withoutUnknowns(document));
      if (need === null) return;
      resolved += 1;
      const again = resolve(JSON.parse(JSON.stringify(normalisedRequirements(need))));
      expect(closeTo(meaningOf(again))).toEqual(closeTo(meaningOf(need)));
      if (!hasPartOfAnImage(need)) requirements.parse(normalisedRequirements(need));
    }),
    { numRuns: 3000 },
  );
  expect(resolved).toBeGreaterThan(300);
});

test("layers merge the same in one go or one by one", () => {
  const documents = fc.array(anyDocument, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(documents, (given) => {
      const [first, second, third] = given.map((each) => layerOf(requirements.parse(each)));
      if (first === undefined || second === undefined || third === undefined) return;
      const lower = layerOf(mergeLayers([first, second]).document);
      expect(mergeLayers([lower, third]).document).toEqual(
        mergeLayers([first, second, third]).document,
      );
    }),
    { numRuns: 500 },
  );
});

/** Drops the fields whose random values are refused most often, so that enough documents resolve. */
function withoutUnknowns(document: Requirements): Requirements {
  const { availableUntil: _until, asOf: _asOf, models: _models, ...rest } = document;
  if (rest.useCase === "nothing-known") delete rest.useCase;
  if (rest.weights !== undefined) delete rest.priority;
  return rest;
}

function hasPartOfAnImage({ workload }: Need): boolean {
  return workload.images.some(({ count }) => !Number.isInteger(count));
}
