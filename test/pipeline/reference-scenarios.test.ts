/** The reference scenarios, computed by an independent implementation, through the whole way from words to answer. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RecommendationResult } from "../../src/answers/recommendation/schema.ts";
import { floorRequests, valuedRequests } from "../../src/decision/values.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Claim } from "../../src/schema/claim.ts";
import type { Task } from "../../src/schema/descriptions.ts";
import type { Model } from "../../src/schema/model.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import { CRITERIA } from "../../src/schema/vocabulary.ts";
import { lacking, modelOf, shipped } from "./catalogs.ts";
import { answerOf, decisionOf, ids, needOf } from "./needs.ts";

type Triple = [number, number, number];

interface Facts {
  pin: number;
  pout: number;
  pcache: number;
  img: [number, number];
  ttft: Triple;
  tps: Triple;
  context: number;
  maxout: number;
  q: Record<string, Triple>;
}

interface Scenario {
  request: Omit<Requirements, "workload"> & { workload?: { n: number; tin: number; tout: number } };
  need: {
    weights: Triple;
    kappa: number;
    bar: number;
    usual_requests: number;
    floor_requests: number;
    valued_requests: number;
  };
  attributes: Record<
    string,
    {
      cost_per_request: number;
      monthly_cost: number;
      valued_monthly_cost: number;
      latency_s: Triple;
      theta: Triple;
    }
  >;
  values: Record<string, Triple>;
  scores: Record<string, number>;
  ranking: string[];
  margin: number;
  contributions: Triple;
  near_tie: boolean;
  acceptability_weights_only: number;
  smaa: { acceptability: Record<string, number>; se: Record<string, number>; N: number };
  necessary: {
    range: Record<string, [number, number]>;
    necessarily_best: string[];
    possibly_best: string[];
  };
  flip: Record<
    "cost" | "latency" | "quality",
    { flip_weight: number | null; importance_multiplier: number | null }
  > & {
    volume: number | null;
    budget: number | null;
    price_multiplier_of_dearer: number | null;
    dearer: string;
  };
}

const reference = JSON.parse(
  readFileSync(new URL("../fixtures/engine-fixtures.json", import.meta.url), "utf8"),
) as {
  constants: {
    TASK_SHARE: number;
    PROFILE: Record<Task["complexity"], Record<string, number>>;
    BENCH: Record<string, { chance: number; difficulty: number; items: number }>;
    TASK: Record<
      string,
      {
        benchmarks: Record<string, number>;
        complexity: Task["complexity"];
        workload: { n: number; tin: number; tout: number; images?: number; px?: [number, number] };
      }
    >;
  };
  facts: Record<string, Facts>;
  fixtures: {
    scenarios: Record<string, Scenario>;
    disputed_fact: {
      flip_accuracy: number;
      by_claim: Record<string, { gpqa: number; winner: string; scores: Record<string, number> }>;
    };
    missing_fact: { cautious_theta: number; cautious_ttft: number; cautious_tps: number };
  };
};

/** Two days in a row: the reference's point is the newer claim, its interval the hull of all. */
const NEWER = "2026-11-22";
const OLDER = "2026-11-21";
const SOURCE = {
  id: "reference",
  title: "Reference",
  publisher: "Reference",
  class: "independent" as const,
  checked: NEWER,
};
/** A second one: what a single source says alone would be widened. */
const OTHER = { ...SOURCE, id: "another" };

function claimed<Value>(value: Value): Claim<Value>[] {
  return [{ value, source: SOURCE.id, observed: NEWER }];
}

function spanned([point, low, high]: Triple): Claim<number>[] {
  const others = [low, high].filter((end) => end !== point);
  return [
    ...others.map((value) => ({ value, source: OTHER.id, observed: OLDER })),
    ...claimed(point),
  ];
}

function modelFrom(id: string, facts: Facts): Model {
  return {
    id,
    name: id,
    provider: "openai",
    role: "candidate",
    family: "standard",
    snapshots: [{ id: `${id}-only`, released: "2024-08-06", default: true }],
    prices: {
      standard: {
        input: claimed(facts.pin),
        cachedInput: claimed(facts.pcache),
        output: claimed(facts.pout),
      },
    },
    limits: { contextTokens: claimed(facts.context), maxOutputTokens: claimed(facts.maxout) },
    imageTokens: { base: claimed(facts.img[0]), perTile: claimed(facts.img[1]) },
    features: { vision: claimed(true) },
    speed: {
      timeToFirstTokenSeconds: spanned(facts.ttft),
      outputTokensPerSecond: spanned(facts.tps),
    },
    benchmarks: Object.fromEntries(
      Object.entries(facts.q).map(([benchmark, result]) => [benchmark, spanned(result)]),
    ),
  };
}

const catalog: Catalog = {
  ...shipped,
  levels: {
    ...shipped.levels,
    quality: {
      ...shipped.levels.quality,
      profiles: reference.constants.PROFILE,
      taskShare: reference.constants.TASK_SHARE,
    },
  },
  digest: "sha256:reference",
  models: Object.entries(reference.facts).map(([id, facts]) => modelFrom(id, facts)),
  sources: [SOURCE, OTHER],
  benchmarks: Object.entries(reference.constants.BENCH).map(([id, benchmark]) => ({
    ...benchmark,
    id,
    name: id,
    measures: id,
    scale: "percent",
    linkedThrough: "the reference",
    source: SOURCE.id,
  })),
  tasks: Object.entries(reference.constants.TASK).map(([id, task]) => ({
    id,
    name: id,
    describes: id,
    complexity: task.complexity,
    complexityBecause: "as in the reference",
    benchmarks: Object.fromEntries(
      Object.entries(task.benchmarks).map(([benchmark, relevance]) => [
        benchmark,
        { relevance, because: "as in the reference" },
      ]),
    ),
    workload: {
      requestsPerMonth: task.workload.n,
      inputTokens: task.workload.tin,
      outputTokens: task.workload.tout,
      ...(task.workload.images === undefined
        ? {}
        : {
            images: [
              {
                width: task.workload.px?.[0] ?? 0,
                height: task.workload.px?.[1] ?? 0,
                detail: "high" as const,
                count: task.workload.images,
              },
            ],
          }),
      because: "as in the reference",
    },
  })),
};

function documentOf({ request }: Scenario): Requirements {
  const { workload, ...words } = request;
  if (workload === undefined) return words;
  const { n: requestsPerMonth, tin: inputTokens, tout: outputTokens } = workload;
  return { ...words, workload: { requestsPerMonth, inputTokens, outputTokens } };
}

const near = (expected: number) => expect.closeTo(expected, 6);
const nearAll = (expected: readonly number[]) => expected.map(near);

/** The one figure at which a parameter turns the answer; null where none does. */
function flipAt({ flips }: RecommendationResult, parameter: string): number | null {
  const found = flips.filter((flip) => flip.parameter === parameter);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.at ?? null;
}

const DRAWS = 10_000;

describe.each(Object.entries(reference.fixtures.scenarios))("%s", (_name, expected) => {
  const need = needOf(documentOf(expected), catalog);
  const { result, confidence } = answerOf(need, catalog, { draws: DRAWS, seed: 20_261_122 });
  const entry = (id: string) => {
    const found = result.ranking.find((each) => each.model === id);
    if (found === undefined) throw new Error(`${id} is not ranked`);
    return found;
  };
  const models = Object.keys(expected.attributes);

  it("means the same need", () => {
    const { weights, concentration } = need.weighting;
    expect(CRITERIA.map((each) => weights[each])).toEqual(nearAll(expected.need.weights));
    expect([concentration, need.quality.barLogits]).toEqual(
      nearAll([expected.need.kappa, expected.need.bar]),
    );
    const { budget } = catalog.levels;
    expect([
      need.usualRequestsPerMonth,
      floorRequests(need, budget),
      valuedRequests(need, budget),
    ]).toEqual([
      expected.need.usual_requests,
      expected.need.floor_requests,
      expected.need.valued_requests,
    ]);
  });

  it.each(models)("has the figures, values and score of %s", (id) => {
    const { criteria, estimate, score, range } = entry(id);
    const wanted = expected.attributes[id];
    const { cost, latency, quality } = criteria;
    expect({
      costs: [estimate.usdPerRequest, cost.value, cost.valued],
      wait: [latency.value, latency.low, latency.high],
      ability: [quality.value, quality.low, quality.high],
      values: CRITERIA.map((each) => criteria[each].utility),
      score,
      range,
    }).toEqual({
      costs: nearAll([
        wanted?.cost_per_request ?? NaN,
        wanted?.monthly_cost ?? NaN,
        wanted?.valued_monthly_cost ?? NaN,
      ]),
      wait: nearAll(wanted?.latency_s ?? []),
      ability: nearAll(wanted?.theta ?? []),
      values: nearAll(expected.values[id] ?? []),
      score: near(expected.scores[id] ?? NaN),
      range: nearAll(expected.necessary.range[id] ?? []),
    });
  });

  it("ranks them, with the margin and its parts", () => {
    const [first, second] = result.ranking;
    expect(result.ranking.map((each) => each.model)).toEqual(expected.ranking);
    expect(result.recommendation?.margin).toEqual(near(expected.margin));
    expect(result.recommendation?.tie).toBe(expected.near_tie);
    const parts = CRITERIA.map(
      (each) =>
        (first?.criteria[each].contribution ?? NaN) - (second?.criteria[each].contribution ?? NaN),
    );
    expect(parts).toEqual(nearAll(expected.contributions));
  });

  it("is as sure of the pick", () => {
    expect(confidence?.overWeights).toEqual(near(expected.acceptability_weights_only));
    for (const id of models) {
      const share = expected.smaa.acceptability[id] ?? NaN;
      const error = expected.smaa.se[id] ?? NaN;
      const draws = result.recommendation?.confidence.draws ?? NaN;
      const tolerance = 4 * Math.sqrt(error ** 2 + (share * (1 - share)) / draws);
      const difference = Math.abs((entry(id).probabilityBest ?? NaN) - share);
      // What the reference did not see in all its draws may still happen, a few times in as many.
      const unseen = 4 / expected.smaa.N;
      expect([id, difference <= tolerance + unseen]).toEqual([id, true]);
    }
    expect([result.necessarilyBest.toSorted(), result.possiblyBest.toSorted()]).toEqual([
      expected.necessary.necessarily_best.toSorted(),
      expected.necessary.possibly_best.toSorted(),
    ]);
  });

  it("turns at the same figures", () => {
    const { flip } = expected;
    const importance = (each: (typeof CRITERIA)[number]) => {
      const multiplier = flip[each].importance_multiplier;
      return multiplier === null ? null : multiplier * need.weighting.importance[each];
    };
    const wanted = {
      "workload.requestsPerMonth": flip.volume,
      [`prices.${flip.dearer}`]: flip.price_multiplier_of_dearer,
      ...Object.fromEntries(
        CRITERIA.flatMap((each) => [
          [`weights.${each}`, flip[each].flip_weight],
          [`importance.${each}`, importance(each)],
        ]),
      ),
      // An amount counts as much as a medium budget; for another word the program answers another question.
      ...(need.budget.word === "medium" ? { budget: flip.budget } : {}),
    };
    const found = Object.fromEntries(
      Object.keys(wanted).map((parameter) => [parameter, flipAt(result, parameter)]),
    );
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(wanted).map(([parameter, at]) => [
          parameter,
          at === null ? null : expect.closeTo(at, at > 1000 ? 2 : 6),
        ]),
      ),
    );
  });
});

describe("a disputed fact", () => {
  const { flip_accuracy: threshold, by_claim: byClaim } = reference.fixtures.disputed_fact;
  const scenario = reference.fixtures.scenarios["S9-reasoning-disputed-fact"];
  const document = scenario === undefined ? {} : documentOf(scenario);
  const withResult = (value: number): Catalog => ({
    ...catalog,
    models: catalog.models.map((model) =>
      model.id === "gpt-4o"
        ? { ...model, benchmarks: { ...model.benchmarks, gpqa: claimed(value) } }
        : model,
    ),
  });

  it.each(Object.entries(byClaim))("decides by the claim of %s", (_claim, expected) => {
    const { ranking } = decisionOf(needOf(document, catalog), withResult(expected.gpqa));
    expect(ranking[0]?.id).toBe(expected.winner);
    for (const { id, score } of ranking) expect(score).toEqual(near(expected.scores[id] ?? NaN));
  });

  it("is named with its claims and the figure at which the answer turns", () => {
    const { hingesOn } = answerOf(needOf(document, catalog), catalog).result;
    const hinge = hingesOn.find(
      (each) => each.model === "gpt-4o" && each.fact === "benchmarks.gpqa",
    );
    expect(hinge).toMatchObject({
      threshold: near(threshold),
      becomes: "gpt-4o-mini",
      disputed: true,
    });
    expect(hinge?.claims.map(({ value, changesPick }) => [value, changesPick]).toSorted()).toEqual([
      [46, true],
      [53.6, false],
    ]);
  });
});

describe("a missing fact", () => {
  const { missing_fact: cautious } = reference.fixtures;
  const bare = lacking(modelOf(catalog, "gpt-4o"), "first token", "output speed", "results");
  const without = { ...catalog, models: [bare, modelOf(catalog, "gpt-4o-mini")] };

  it("enters at the cautious quartile of its prior, and says so", () => {
    const need = needOf({ workload: { outputTokens: 300 } }, without);
    const { decision, result } = answerOf(need, without);
    const model = decision.ranking.find((each) => each.id === "gpt-4o");
    const { wait, quality } = model?.assessment ?? {};
    expect(quality?.ability.point).toEqual(near(cautious.cautious_theta));
    expect(wait?.firstToken.point).toEqual(near(cautious.cautious_ttft));
    expect(wait?.tokensPerSecond.point).toEqual(near(cautious.cautious_tps));
    const thin = result.warnings.filter((warning) => warning.code === "thin-evidence");
    expect(thin.map((warning) => warning.model)).toEqual(["gpt-4o", "gpt-4o"]);
    expect(ids(decision.ranking)).toEqual(["gpt-4o-mini", "gpt-4o"]);
  });
});
