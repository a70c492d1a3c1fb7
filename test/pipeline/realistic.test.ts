/** Requirements as real projects have them, each with what somebody who knows both models would expect, and why. */
import { describe, expect, it } from "vitest";
import type { RequirementFlags } from "../../src/question/index.ts";
import type { RecommendationResult } from "../../src/answers/recommendation/schema.ts";
import type { WarningCode } from "../../src/answers/recommendation/vocabulary.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  LATENCY_LEVELS,
  QUALITY_LEVELS,
} from "../../src/schema/vocabulary.ts";
import { shipped } from "./catalogs.ts";
import { answerOf, decisionOf, needOf, needOfFlags } from "./needs.ts";

const FOUR = "gpt-4o";
const MINI = "gpt-4o-mini";
const BOTH = [FOUR, MINI];

interface Expected {
  asked: RequirementFlags;
  because: string;
  /** Null: nobody qualifies. */
  pick: string | null;
  excluded?: string[];
  /** Ranked, but with a requirement nobody could test. */
  open?: string[];
  warnings?: (WarningCode | `${WarningCode} ${string}`)[];
  unwarned?: WarningCode[];
  hints?: RegExp[];
  labels?: string[];
  tie?: boolean;
}

const CASES: Record<string, Expected> = {
  "nothing stated": {
    asked: {},
    because:
      "A default month of general work costs 17 times as much on GPT-4o for a gap of a few points; with nothing stated that is close, and has to be said to be.",
    pick: MINI,
    warnings: ["shutdown-announced gpt-4o-mini", "shutdown-announced gpt-4o"],
    hints: [/Nothing was stated/],
    labels: ["low"],
  },
  "low budget, real time": {
    asked: { budget: "low", latency: "realtime" },
    because: "Money decides; neither model is noticeably faster to the first sentence.",
    pick: MINI,
    warnings: ["over-budget gpt-4o", "article-claim-contradicted"],
    labels: ["high"],
  },
  "money no object": {
    asked: { budget: "unlimited" },
    because: "Without cost the better model wins.",
    pick: FOUR,
    unwarned: ["over-budget"],
  },
  "critical quality alone": {
    asked: { quality: "critical" },
    because: "Quality outweighs the bill, but neither model reaches what was asked.",
    pick: FOUR,
    warnings: ["below-bar gpt-4o", "below-bar gpt-4o-mini"],
    hints: [/No candidate reaches the quality/],
    labels: ["moderate"],
  },
  "hard reasoning, critical, money no object": {
    asked: { task: ["reasoning"], quality: "critical", budget: "unlimited" },
    because: "What GPT-4o is for.",
    pick: FOUR,
    hints: [/reasoning models/i],
    labels: ["high", "moderate"],
  },
  "two photographs a request": {
    asked: { task: ["vision"] },
    because: "An image costs twice as much on mini: GPT-4o is cheaper and better.",
    pick: FOUR,
    warnings: ["image-cost gpt-4o-mini"],
    labels: ["high", "moderate"],
  },
  "photographs on a low budget": {
    asked: { task: ["vision"], budget: "low" },
    because: "The usual advice turns round as soon as images are most of the bill.",
    pick: FOUR,
    warnings: ["image-cost gpt-4o-mini"],
  },
  "200 requests a month": {
    asked: { requests: "200" },
    because:
      "A dollar at most either way, and as few errors: an answer is worth what it is in a usual month, so the volume alone decides nothing, and the answer stays as close as it is without it.",
    pick: MINI,
    hints: [/either bill is small: \$1\.10 against \$0\.07; judged by the price of an answer/],
    labels: ["low", "moderate"],
  },
  "a million translations on a low budget": {
    asked: { task: ["translation"], requests: "1M", budget: "low" },
    because: "Both cost more than the budget, GPT-4o 75 times as much.",
    pick: MINI,
    warnings: ["over-budget gpt-4o", "over-budget gpt-4o-mini"],
  },
  "fine-tuning": {
    asked: { needs: ["fine-tuning"] },
    because:
      "Possible for a few weeks more, for those who already do it: the dates have to be said.",
    pick: MINI,
    warnings: ["fine-tuning-closing gpt-4o", "fine-tuning-closing gpt-4o-mini"],
  },
  "fine-tuning after its end": {
    asked: { needs: ["fine-tuning"], asOf: "2027-01-10" },
    because: "Still served, but no new job starts any more.",
    pick: null,
    excluded: BOTH,
  },
  "twenty dollars, no volume": {
    asked: { budget: "20" },
    because:
      "Nobody said how much work: an assumption excludes nobody, and what $20 buys is the answer. The month assumed fits on mini alone.",
    pick: MINI,
    open: [FOUR],
    warnings: ["assumed-workload"],
  },
  "twenty dollars for 100,000 requests": {
    asked: { budget: "20", requests: "100k" },
    because: "A stated volume over a stated limit is a no.",
    pick: null,
    excluded: BOTH,
  },
  "an answer within two seconds": {
    asked: { latency: "2s" },
    because: "Nobody writes 300 tokens in two seconds here; streamed, both answer in one.",
    pick: FOUR,
    open: BOTH,
    hints: [/--stream/],
    labels: ["toss-up", "low"],
    tie: true,
  },
  "a first sentence within two seconds": {
    asked: { latency: "2s", stream: true },
    because:
      "Both stream their first sentence in about a second: cost and quality decide, and balance.",
    pick: MINI,
    excluded: [],
    tie: true,
    labels: ["low", "moderate"],
  },
  "a first sentence within 800 milliseconds": {
    asked: { latency: "800ms", stream: true },
    because:
      "Averaged over who measured them, old as all of that is, neither starts that soon: 0.87 s for GPT-4o.",
    pick: null,
    excluded: BOTH,
  },
  "a window of 200,000 tokens": {
    asked: { context: "200k" },
    because: "Both end at 128,000.",
    pick: null,
    excluded: BOTH,
  },
  "a snapshot against mini": {
    asked: { only: ["gpt-4o-2024-11-20", MINI] },
    because: "A snapshot is a model of its own, of which less is known.",
    pick: MINI,
    warnings: ["thin-evidence gpt-4o-2024-11-20"],
  },
  "hard limits that no model meets together": {
    asked: { maxCost: "10", requests: "1M", minBenchmark: ["gpqa=50"] },
    because: "GPT-4o is too dear, mini too dear and too weak.",
    pick: null,
    excluded: BOTH,
  },
  "coding, nothing else": {
    asked: { task: ["coding"] },
    because: "On repository work mini is far behind, and a month of it is affordable.",
    pick: FOUR,
  },
  "a support chat of 300,000 turns": {
    asked: {
      task: ["chat"],
      latency: "realtime",
      requests: "300k",
      inputTokens: "800",
      outputTokens: "150",
    },
    because: "People hardly prefer GPT-4o in conversation, and it costs a thousand dollars more.",
    pick: MINI,
    warnings: ["over-budget gpt-4o"],
    labels: ["high"],
  },
  "ten million labels": {
    asked: { task: ["classification"], requests: "10M" },
    because: "Measured level on short labels, at a sixteenth of the price.",
    pick: MINI,
    labels: ["high"],
  },
  "labels overnight": {
    asked: { task: ["labeling"], latency: "batch" },
    because: "Nobody waits: half the price in the Batch tier.",
    pick: MINI,
    hints: [/Batch tier/],
  },
  "contracts, critical": {
    asked: {
      task: ["documents"],
      quality: "critical",
      requests: "2000",
      inputTokens: "30k",
      outputTokens: "1500",
      latency: "batch",
    },
    because: "Long texts are where mini loses the thread; a lawyer still has to read.",
    pick: FOUR,
    warnings: ["below-bar gpt-4o"],
    hints: [/No candidate reaches/, /Batch tier/],
    labels: ["high"],
  },
  "a coding team of four": {
    asked: {
      task: ["coding"],
      quality: "high",
      requests: "3k",
      inputTokens: "4k",
      outputTokens: "1k",
    },
    because: "Sixty dollars for working code.",
    pick: FOUR,
    labels: ["high"],
  },
  "a prototype by one developer": {
    asked: { budget: "low", requests: "5k" },
    because: "Good enough, and below two dollars.",
    pick: MINI,
  },
  "facts from memory, high quality": {
    asked: { task: ["factual"], quality: "high" },
    because: "The largest gap of all: mini recalls a quarter as many facts.",
    pick: FOUR,
  },
  "reading scanned pages": {
    asked: { task: ["ocr"] },
    because:
      "Image input is cheaper on GPT-4o, the transcription cheaper on mini: it hangs in the balance.",
    pick: MINI,
    tie: true,
  },
  "speech in and out": {
    asked: { needs: ["audio-input", "audio-output"] },
    because: "Served by other models.",
    pick: null,
    excluded: BOTH,
  },
  "on a device": {
    asked: { needs: ["on-device"] },
    because: "Neither runs anywhere but at OpenAI.",
    pick: null,
    excluded: BOTH,
    warnings: ["article-claim-contradicted"],
  },
  "fine-tuning on images": {
    asked: { needs: ["vision-fine-tuning"] },
    because: "Only GPT-4o ever had it.",
    pick: FOUR,
    excluded: [MINI],
  },
  "fine-tuning for a task that shows images": {
    asked: { needs: ["vision", "fine-tuning"] },
    because: "Mini can be trained on texts only, so it does not learn from what it is to see.",
    pick: FOUR,
    excluded: [MINI],
  },
  "a training run for image work, however it is said": {
    asked: { task: ["vision"], trainingTokens: "1M" },
    because: "The images of the task and the training tokens ask for the same together.",
    pick: FOUR,
    excluded: [MINI],
  },
  "served until the middle of 2027": {
    asked: { until: "2027-06-30" },
    because: "Both end on 2027-01-14.",
    pick: null,
    excluded: BOTH,
    hints: [/GPT-6 Luna/],
  },
  "in the summer of 2024": {
    asked: { asOf: "2024-07-01" },
    because: "Mini came out on 2024-07-18, and nobody knew of an end.",
    pick: FOUR,
    excluded: [MINI],
    unwarned: ["shutdown-announced", "shut-down"],
  },
  "in 2028": {
    asked: { asOf: "2028-01-01" },
    because: "Both are gone, and what their vendor named is served.",
    pick: "gpt-6-luna",
    tie: true,
    excluded: BOTH,
    warnings: ["shut-down gpt-4o", "shut-down gpt-4o-mini", "stale-catalog"],
    unwarned: ["shutdown-announced"],
  },
  "600 requests a minute in usage tier 1": {
    asked: { task: ["chat"], usageTier: "1", peakRpm: "600" },
    because: "The first tier allows 500.",
    pick: null,
    excluded: BOTH,
  },
  "an answer of 20,000 tokens": {
    asked: { maxOutput: "20k" },
    because: "Both stop at 16,384.",
    pick: null,
    excluded: BOTH,
  },
  "small pictures at low detail": {
    asked: { task: ["vision"], image: ["512x512:low"], requests: "50k" },
    because: "At low detail images are few tokens: close, and worth a look at both.",
    pick: FOUR,
    labels: ["low", "toss-up"],
  },
  "a web search with every request": {
    asked: { webSearches: "1", requests: "10k" },
    because:
      "The searches are most of the bill on either model, so the model's price hardly counts: even.",
    pick: MINI,
    tie: true,
    unwarned: ["over-budget"],
  },
  "a cached prefix of 8,000 tokens": {
    asked: { task: ["rag"], inputTokens: "10k", cachedTokens: "8k", requests: "100k" },
    because: "Half price for the prefix still leaves GPT-4o over the budget.",
    pick: MINI,
    warnings: ["over-budget gpt-4o"],
  },
  "cost first": {
    asked: { priority: "cost,latency,quality" },
    because: "Said in so many words.",
    pick: MINI,
    labels: ["high"],
  },
  "quality ten times as important as cost": {
    asked: { weight: ["quality=10", "cost=1", "latency=0"] },
    because: "Said in so many words.",
    pick: FOUR,
  },
};

function codesOf({ warnings }: RecommendationResult): string[] {
  return warnings.flatMap(({ code, model }) =>
    model === undefined ? [code] : [code, `${code} ${model}`],
  );
}

describe("a project with", () => {
  it.each(Object.entries(CASES))("%s", async (_name, expected) => {
    const { result } = answerOf(
      await needOfFlags(expected.asked),
      shipped,
      shipped.levels.sampling,
    );
    const { recommendation, excluded, ranking } = result;
    const open = ranking.filter((model) => model.screen === "unknown").map((model) => model.model);
    expect({
      pick: recommendation?.model ?? null,
      excluded: excluded.map((model) => model.model),
      open: open.toSorted(),
      tie: recommendation?.tie ?? false,
    }).toEqual({
      pick: expected.pick,
      excluded: expected.excluded ?? [],
      open: expected.open ?? [],
      tie: expected.tie ?? false,
    });
    const codes = codesOf(result);
    expect(codes).toEqual(expect.arrayContaining(expected.warnings ?? []));
    expect(codes.filter((code) => expected.unwarned?.some((each) => each === code))).toEqual([]);
    for (const hint of expected.hints ?? []) {
      expect(result.hints).toEqual(expect.arrayContaining([expect.stringMatching(hint)]));
    }
    if (expected.labels !== undefined) {
      expect(expected.labels).toContain(recommendation?.confidence.label);
    }
  });

  it.each(Object.entries(CASES))(
    "%s: a sentence for chat, and an end that is announced comes first",
    async (_name, { asked }) => {
      const { result } = answerOf(await needOfFlags(asked), shipped);
      const [first] = result.warnings;
      const isAnnounced = result.asOf >= "2026-10-15";
      if (isAnnounced) expect(["shutdown-announced", "shut-down"]).toContain(first?.code);
      expect(result.recommendation?.summary.length ?? 0).toBeLessThanOrEqual(200);
    },
  );
});

describe("honesty", () => {
  it.each([
    { needs: ["on-device"] },
    { needs: ["embeddings"] },
    { task: ["chat"], usageTier: "1", peakRpm: "600" },
  ])("no successor is said to meet %o, of which nothing is known", async (asked) => {
    const { result } = answerOf(await needOfFlags(asked), shipped);
    expect(result.successor?.qualifies).toBe(false);
    expect(result.hints.filter((hint) => /meets these requirements/.test(hint))).toEqual([]);
  });

  it("a rate limit that nobody states is not one that is met", async () => {
    const need = await needOfFlags({
      usageTier: "1",
      peakRpm: "600",
      only: ["gpt-4o,gpt-4o-mini,gpt-6-luna,gpt-5.6-luna"],
    });
    const { ranking } = answerOf(need, shipped).result;
    expect(ranking.map(({ model, screen }) => [model, screen])).toEqual([
      ["gpt-6-luna", "unknown"],
    ]);
  });

  it.each([{ usageTier: "1", task: ["documents"] }, { maxCost: "200" }])(
    "a rival kept open by an assumption alone makes no pick certain: %o",
    async (asked) => {
      const { recommendation } = answerOf(
        await needOfFlags(asked),
        shipped,
        shipped.levels.sampling,
      ).result;
      expect(recommendation?.margin ?? 0).toBeGreaterThanOrEqual(0);
      expect(recommendation?.confidence.probability).toBeLessThan(1);
    },
  );

  it("who pays for the fast tier does not wait longer", async () => {
    const waits = async (serviceTier: string) => {
      const need = await needOfFlags({ task: ["chat"], serviceTier });
      const { ranking } = answerOf(need, shipped).result;
      return new Map(ranking.map(({ model, criteria }) => [model, criteria.latency.value]));
    };
    const [standard, fast] = [await waits("standard"), await waits("fast")];
    for (const [model, seconds] of fast) {
      expect(seconds).toBeLessThanOrEqual(standard.get(model) ?? NaN);
    }
  });

  it.each([
    [{ task: ["translation"], requests: "1M", budget: "low" }, /over/],
    [{ budget: "10" }, /\$10|limit/],
    [{ quality: "critical" }, /short of|below|misses/],
  ] as const)(
    "the sentence for chat does not hide what the pick misses: %o",
    async (asked, said) => {
      const { task, ...rest } = asked as { task?: readonly string[] };
      const need = await needOfFlags({
        ...rest,
        ...(task === undefined ? {} : { task: [...task] }),
      });
      expect(answerOf(need, shipped).result.recommendation?.summary).toMatch(said);
    },
  );

  it.each([
    [{ latency: "2s" }, "quality", /better \(quality/],
    [{ latency: "2s", weight: ["latency=60", "quality=1", "cost=1"] }, "latency", /faster/],
    [{ budget: "low" }, "cost", /\$13 a month instead of \$220/],
  ] as const)(
    "the sentence for chat gives the reason that decided: %o",
    async (asked, decisive, said) => {
      const { result } = answerOf(await needOfFlags(asked as RequirementFlags), shipped);
      const [first, second] = result.ranking;
      const lead = (each: (typeof CRITERIA)[number]) =>
        (first?.criteria[each].contribution ?? 0) - (second?.criteria[each].contribution ?? 0);
      expect(Math.max(...CRITERIA.map(lead))).toBe(lead(decisive));
      expect(result.recommendation?.summary).toMatch(said);
    },
  );
});

describe("nothing stated", () => {
  const WORDS = {
    "--task": shipped.tasks.map(({ id }) => ({ task: id })),
    "--complexity": COMPLEXITIES.map((complexity) => ({ complexity })),
    "--budget": BUDGET_LEVELS.map((budget) => ({ budget })),
    "--latency": LATENCY_LEVELS.map((latency) => ({ latency })),
    "--quality": QUALITY_LEVELS.map((quality) => ({ quality })),
    "--requests": [1e3, 1e4, 1e5, 1e6].map((requests) => ({
      workload: { requestsPerMonth: requests },
    })),
  };

  it("names the three statements whose words change the pick most often", () => {
    const { hints, recommendation } = answerOf(needOf({}), shipped).result;
    const changed = (documents: readonly object[]) =>
      documents.filter(
        (document) => decisionOf(needOf(document)).ranking[0]?.id !== recommendation?.model,
      ).length / documents.length;
    const mostFirst = Object.entries(WORDS)
      .map(([option, documents]) => ({ option, share: changed(documents) }))
      .toSorted((a, b) => b.share - a.share);
    const named = hints[0]?.match(/--[a-z]+/g) ?? [];
    expect(named.toSorted()).toEqual(
      mostFirst
        .slice(0, 3)
        .map(({ option }) => option)
        .toSorted(),
    );
  });
});

/** Who suits what, as the comparison this project starts from has it. */
const ARTICLE: Record<string, string> = {
  "academic-research": FOUR,
  "specialized-content": FOUR,
  "virtual-assistant": FOUR,
  "content-generation": MINI,
  "support-chatbot": MINI,
  "realtime-response": MINI,
  "sme-integration": MINI,
  "indie-developer": MINI,
  "mobile-app": MINI,
  "iot-device": MINI,
};

describe("the article's advice", () => {
  it.each(Object.entries(ARTICLE))("%s gives %s, with its caveat", (useCase, pick) => {
    const { result } = answerOf(needOf({ useCase }), shipped);
    const { caveat } = shipped.useCases.find((each) => each.id === useCase) ?? {};
    expect([result.recommendation?.model, result.recommendation?.tie]).toEqual([pick, false]);
    expect(caveat).toBeDefined();
    expect(result.hints).toContain(caveat);
  });

  it.each(shipped.tasks.map((task) => task.id))(
    "for %s: complex, accurate and cost no issue is GPT-4o",
    (task) => {
      const need = needOf({
        task,
        complexity: "complex",
        quality: "critical",
        budget: "unlimited",
      });
      const [first, second] = decisionOf(need).ranking;
      expect([task, first?.id]).toEqual([task, FOUR]);
      const gap =
        (first?.attributes.quality.point ?? NaN) - (second?.attributes.quality.point ?? NaN);
      expect(gap).toBeGreaterThan(0);
    },
  );

  it.each(shipped.tasks.map((task) => task.id))(
    "for %s: fast, economical and standard is mini, unless images make it the dearer one",
    (task) => {
      const need = needOf({ task, latency: "realtime", budget: "low", quality: "standard" });
      expect(decisionOf(need).ranking[0]?.id).toBe(task === "vision" ? FOUR : MINI);
    },
  );

  it("by task, budget and quality: the whole table, to be read by whoever changes evidence or method", async () => {
    const cell = (task: string, budget: string, quality: string) => {
      const { ranking } = decisionOf(needOf({ task, budget, quality }));
      const [first, second] = ranking;
      const isTie =
        (first?.score ?? 0) - (second?.score ?? 0) < shipped.levels.decision.nearTieMargin;
      return (first?.id === FOUR ? "4o" : "mini") + (isTie ? "~" : "");
    };
    const rows = shipped.tasks.flatMap(({ id }) =>
      BUDGET_LEVELS.map((budget) =>
        [
          id.padEnd(18),
          budget.padEnd(10),
          ...QUALITY_LEVELS.map((quality) => cell(id, budget, quality).padEnd(9)),
        ]
          .join("")
          .trimEnd(),
      ),
    );
    const head = [
      "task".padEnd(18),
      "budget".padEnd(10),
      ...QUALITY_LEVELS.map((each) => each.padEnd(9)),
    ];
    await expect(`${[head.join("").trimEnd(), ...rows].join("\n")}\n`).toMatchFileSnapshot(
      "golden/picks.txt",
    );
  });
});
