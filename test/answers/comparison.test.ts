/** Every trait side by side, on the catalog the program ships with and on changed copies of it. */
import { beforeAll, describe, expect, test } from "vitest";
import { compareModels, type CompareOptions } from "../../src/answers/comparison/compare.ts";
import {
  type Comparison,
  type ComparisonRow,
  comparison,
} from "../../src/answers/comparison/schema.ts";
import { TRAIT_GROUPS } from "../../src/answers/comparison/traits/index.ts";
import { openCatalog } from "../../src/catalog/index.ts";
import { decide } from "../../src/decision/decision.ts";
import type { Need } from "../../src/decision/need.ts";
import { type FactSheets, openFactSheets } from "../../src/facts/fact-sheets.ts";
import { resolveNeed } from "../../src/question/index.ts";
import { useCaseLayer } from "../../src/question/merge.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { model } from "../../src/schema/model.ts";
import { defaultCandidates, candidateOf } from "../support/candidates.ts";

const DAY = "2026-11-22";
const FOUR_O = "gpt-4o";
const MINI = "gpt-4o-mini";

let shipped: Catalog;
let sheets: FactSheets;

beforeAll(async () => {
  shipped = await openCatalog();
  sheets = openFactSheets(shipped, DAY);
});

function compare(options: Partial<CompareOptions> = {}, on = sheets, ids?: string[]): Comparison {
  const named = ids?.map((id) => candidateOf(on, id)) ?? defaultCandidates(on);
  return compareModels(on, named, { evidence: false, ...options });
}

function rowOf({ rows }: Comparison, trait: string): ComparisonRow {
  const found = rows.find((row) => row.trait === trait);
  if (found === undefined) throw new Error(`no row ${trait}`);
  return found;
}

function valueIn(compared: Comparison, trait: string, id: string): unknown {
  return rowOf(compared, trait).cells[id]?.value;
}

function numberIn(compared: Comparison, trait: string, id: string): number {
  const value = valueIn(compared, trait, id);
  if (typeof value !== "number") throw new Error(`${trait} of ${id} is no number`);
  return value;
}

/** A copy of the shipped catalog, changed; the original stays as it is. */
function changed(change: (copy: Catalog) => void, day = DAY): FactSheets {
  const copy = structuredClone(shipped);
  change(copy);
  return openFactSheets(copy, day);
}

function modelIn({ models }: Catalog, id: string): Catalog["models"][number] {
  const found = models.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no model ${id}`);
  return found;
}

function needFor(useCaseId: string): Need {
  const useCase = shipped.useCases.find((each) => each.id === useCaseId);
  if (useCase === undefined) throw new Error(`no use case ${useCaseId}`);
  return resolveNeed([useCaseLayer(useCase)], shipped, { asOf: DAY });
}

function pickFor(useCaseId: string): { model: string; tie: boolean } | null {
  const { ranking } = decide(needFor(useCaseId), sheets);
  const [best, next] = ranking;
  if (best === undefined) return null;
  const margin = best.score - (next?.score ?? -Infinity);
  return { model: best.id, tie: margin < shipped.levels.decision.nearTieMargin };
}

describe("what the article compares", () => {
  const VERDICTS = {
    architecture: "holds",
    pretraining: "holds-in-part",
    alignment: "holds",
    modalities: "holds",
    safety: "holds-in-part",
    api: "holds",
    size: "unsupported",
    accuracy: "holds-in-part",
    speed: "contradicted",
    devices: "contradicted",
    cost: "holds-in-part",
    "ideal-uses-4o": "holds",
    "ideal-uses-mini": "holds-in-part",
    conclusion: "holds-in-part",
  };

  test("every dimension is a row, with the claim, the verdict and its sources", () => {
    const compared = compare();
    const verdicts = compared.rows.flatMap(({ trait, article }) =>
      article === undefined ? [] : [[trait, article.verdict] as const],
    );
    expect(Object.fromEntries(verdicts)).toEqual(VERDICTS);
    for (const dimension of shipped.article.dimensions) {
      const { claim, evidence, sources, verdict } = dimension;
      expect(rowOf(compared, dimension.trait).article).toEqual({
        claim,
        verdict,
        evidence,
        sources,
      });
      for (const source of sources) expect(compared.sources).toHaveProperty(source);
    }
  });

  test("the size is undisclosed, and the article's figures are losing claims", () => {
    const compared = compare({ evidence: true, traits: ["size"] });
    expect(valueIn(compared, "size", FOUR_O)).toBe("undisclosed");
    expect(valueIn(compared, "size", MINI)).toBe("undisclosed");
    for (const id of [FOUR_O, MINI]) {
      const guess = rowOf(compared, "size.estimates").cells[id];
      const article = guess?.evidence.find((claim) => claim.source === "the-article");
      expect(article?.chosen).toBe(false);
      expect(article?.value).not.toBe(guess?.value);
      expect(guess?.status).toBe("disputed");
    }
    expect(rowOf(compared, "size.estimates").difference).toBeNull();
  });

  test("neither runs on a device, and both take images", () => {
    const compared = compare();
    for (const id of [FOUR_O, MINI]) {
      expect(valueIn(compared, "devices", id)).toBe(false);
      expect(valueIn(compared, "modalities", id)).toBe("text, image in; text out");
      expect(valueIn(compared, "modalities.audio-input", id)).toBe(false);
    }
    expect(valueIn(compared, "api.vision-fine-tuning", FOUR_O)).toBe(true);
    expect(rowOf(compared, "api.vision-fine-tuning").difference).toBe("only GPT-4o");
  });

  test("the uses the article names go to the models it names, each with its caveat", () => {
    const compared = compare({ pickFor, traits: ["uses"] });
    expect(rowOf(compared, "ideal-uses-4o").cells[FOUR_O]?.value).toEqual([
      "academic-research",
      "specialized-content",
      "virtual-assistant",
    ]);
    expect(rowOf(compared, "ideal-uses-mini").cells[MINI]?.value).toEqual([
      "content-generation",
      "indie-developer",
      "realtime-response",
      "sme-integration",
      "support-chatbot",
    ]);
    expect(rowOf(compared, "conclusion").difference).toBe("8 of 8 as said");
    expect(rowOf(compared, "ideal-uses-mini").notes.join(" ")).toContain("no longer the faster");
    const picked = [FOUR_O, MINI].flatMap((id) => rowOf(compared, "conclusion").cells[id]?.value);
    expect(new Set(picked)).toEqual(new Set(shipped.useCases.map(({ id }) => id)));
    expect(picked).toHaveLength(shipped.useCases.length);
  });

  test("without anybody to ask, uses are not known", () => {
    const { cells } = rowOf(compare(), "conclusion");
    expect(Object.values(cells).map(({ text, value }) => [text, value])).toEqual([
      ["not known", null],
      ["not known", null],
    ]);
  });

  test("a use case nobody qualifies for is said, and goes to nobody", () => {
    const { cells, notes, difference } = rowOf(compare({ pickFor: () => null }), "ideal-uses-4o");
    expect(Object.values(cells).map(({ value }) => value)).toEqual([[], []]);
    expect(difference).toBe("0 of 3 as said");
    expect(notes[0]).toBe("Academic research: no model of the catalog qualifies.");
  });
});

describe("cost", () => {
  test("text is 16.7 times cheaper on mini, an image twice as dear", () => {
    const compared = compare({ traits: ["cost"] });
    expect(rowOf(compared, "cost")).toMatchObject({ difference: "16.7x cheaper", favours: MINI });
    expect(rowOf(compared, "cost.image")).toMatchObject({
      difference: "2x cheaper",
      favours: FOUR_O,
    });
    const image = (id: string) => numberIn(compared, "cost.image", id);
    expect(image(MINI) / image(FOUR_O)).toBeCloseTo(2, 3);
  });

  test("the price of an image follows from its tokens and the price of input", () => {
    const before = compare();
    // Fitted to 768 x 768 pixels, which two tiles of 512 a side cover.
    const TILES = 4;
    for (const id of [FOUR_O, MINI]) {
      const tokens =
        numberIn(before, "images.base-tokens", id) +
        TILES * numberIn(before, "images.tile-tokens", id);
      expect(valueIn(before, "images.tokens", id)).toBe(tokens);
      const usd = (tokens * numberIn(before, "cost.standard.input", id)) / 1e6;
      expect(numberIn(before, "cost.image", id)).toBeCloseTo(usd, 12);
    }
    const dearer = changed((copy) => {
      for (const claim of modelIn(copy, MINI).prices?.standard?.input ?? []) claim.value *= 3;
    });
    const ratio =
      numberIn(compare({}, dearer), "cost.image", MINI) / numberIn(before, "cost.image", MINI);
    expect(ratio).toBeCloseTo(3, 12);
  });

  test("every tier is there, and what is not sold is said", () => {
    const compared = compare({ traits: ["cost"] });
    const shown = compared.rows.map(({ trait }) => trait);
    for (const tier of ["standard", "batch", "fast", "fine-tuned.standard", "fine-tuned.batch"]) {
      expect(shown).toContain(`cost.${tier}.input`);
      expect(shown).toContain(`cost.${tier}.output`);
    }
    expect(rowOf(compared, "cost.fine-tuned.fast").cells[MINI]).toMatchObject({
      value: false,
      text: "not offered",
    });
  });

  test("a need adds its own bill and wait", () => {
    const need = needFor("support-chatbot");
    const compared = compare({ need });
    const { inputTokens, outputTokens, requestsPerMonth } = need.workload;
    for (const id of [FOUR_O, MINI]) {
      const price = (of: string) => numberIn(compared, `cost.standard.${of}`, id);
      const request =
        ((inputTokens.mean - need.workload.cachedInputTokens) * price("input") +
          need.workload.cachedInputTokens * price("cached-input") +
          outputTokens.mean * price("output")) /
        1e6;
      expect(numberIn(compared, "cost.request", id)).toBeCloseTo(request, 12);
      expect(numberIn(compared, "cost.month", id)).toBeCloseTo(request * requestsPerMonth, 6);
      expect(numberIn(compared, "speed.wait", id)).toBeGreaterThan(0);
    }
    expect(compare().rows.map(({ trait }) => trait)).not.toContain("cost.month");
  });
});

describe("speed", () => {
  test("the years contradict each other, and both stay in sight", () => {
    const compared = compare({ traits: ["latency"] });
    const favoured = ["2024", "2025", "2026"].map(
      (year) => rowOf(compared, `speed.measured-${year}`).favours,
    );
    expect(favoured).toEqual([MINI, MINI, FOUR_O]);
    expect(rowOf(compared, "speed").cells[MINI]?.status).toBe("disputed");
  });

  test("each year pairs one measurer where there is one", () => {
    const compared = compare({ traits: ["speed"] });
    const measurer = (year: string, id: string) => {
      const claim = rowOf(compared, `speed.measured-${year}`).cells[id]?.evidence[0];
      const source = sheets.sources.get(claim?.source ?? "");
      return source?.measurer ?? source?.id;
    };
    for (const year of ["2024", "2025", "2026"]) {
      expect(measurer(year, FOUR_O)).toBe(measurer(year, MINI));
    }
  });

  test("a promise of the vendor's is no measurement", () => {
    const compared = compare({ evidence: true, traits: ["speed"] });
    const promised = valueIn(compared, "speed.fast-mode", MINI);
    expect(rowOf(compared, "speed.fast-mode").cells[MINI]?.text).toBe(`>${String(promised)}`);
    const measured = rowOf(compared, "speed").cells[MINI]?.evidence.map(({ source }) => source);
    expect(measured).not.toContain("openai-fast-mode");
  });
});

describe("accuracy", () => {
  test("what mini is ahead on is a row that favours or leads for mini, and is named", () => {
    const compared = compare({ traits: ["accuracy"] });
    const ledByMini = compared.rows.filter(
      ({ trait, lead }) => lead?.model === MINI && trait.startsWith("accuracy."),
    );
    expect(ledByMini.map(({ trait }) => trait)).toContain("accuracy.collie");
    expect(numberIn(compared, "accuracy", MINI)).toBe(ledByMini.length);
    const [named] = rowOf(compared, "accuracy").notes;
    for (const { label } of ledByMini) expect(named).toContain(label);
  });

  test("a lead is the difference of the two results, and noise favours nobody", () => {
    const { rows } = compare({ traits: ["accuracy"] });
    const results = rows.filter(({ unit }) => unit === "percent right");
    expect(results.length).toBeGreaterThan(30);
    for (const { cells, lead, favours } of results) {
      const [a, b] = [cells[FOUR_O]?.value, cells[MINI]?.value];
      if (typeof a !== "number" || typeof b !== "number") throw new Error("no results");
      expect(lead?.by).toBeCloseTo(Math.abs(a - b), 9);
      expect(lead?.model).toBe(a > b ? FOUR_O : MINI);
      expect(favours).toBe(lead?.certainty === "noise" ? null : lead?.model);
    }
    expect(new Set(results.map(({ lead }) => lead?.certainty))).toEqual(
      new Set(["clear", "noise", "unknown"]),
    );
  });

  test("what one of them never took is no row, and fewer wrong answers lead", () => {
    const compared = compare({ traits: ["accuracy"] });
    const shown = compared.rows.map(({ trait }) => trait);
    expect(shown).not.toContain("accuracy.vectara-hallucination-2025");
    const wrong = rowOf(compared, "accuracy.vectara-hallucination");
    const [a, b] = [FOUR_O, MINI].map((id) => Number(wrong.cells[id]?.value));
    expect(wrong.lead?.model).toBe((a ?? 0) < (b ?? 0) ? FOUR_O : MINI);
  });

  test("a result of another snapshot is marked as borrowed", () => {
    const { cells } = rowOf(compare(), "accuracy.swebench-verified");
    expect([cells[FOUR_O]?.fromSibling, cells[MINI]?.fromSibling]).toEqual([true, false]);
  });
});

describe("lifecycle", () => {
  test("one alert says when both end, in how many days, and what comes next", () => {
    expect(compare().alerts).toEqual([
      {
        models: [FOUR_O, MINI],
        date: "2027-01-14",
        message:
          "GPT-4o and GPT-4o mini end in OpenAI's API on 2027-01-14, in 53 days; OpenAI names gpt-6-luna as the replacement.",
      },
    ]);
    expect(compare().groups[0]?.id).toBe("lifecycle");
  });

  test("after the end it is told as past", () => {
    const [alert] = compare({}, openFactSheets(shipped, "2027-01-15")).alerts;
    expect(alert?.message).toContain("were shut down in OpenAI's API on 2027-01-14, 1 day ago");
  });

  test("another platform's dates stand apart and never mix with the vendor's", () => {
    const compared = compare({ evidence: true, traits: ["lifecycle"] });
    const own = rowOf(compared, "lifecycle.shutdown").cells[MINI];
    const azure = rowOf(compared, "lifecycle.azure-shutdown").cells[MINI];
    expect(new Set(own?.evidence.map(({ value }) => value))).toEqual(new Set(["2027-01-14"]));
    expect(azure?.status).toBe("disputed");
    expect(azure?.evidence.map(({ value }) => value)).not.toContain("2027-01-14");
    expect(new Set(azure?.evidence.map(({ value }) => value)).size).toBeGreaterThan(1);
    for (const claim of azure?.evidence ?? []) expect(azure?.text).toContain(String(claim.value));
  });

  test("snapshots end on their own days", () => {
    const compared = compare({}, sheets, ["gpt-4o-2024-05-13", "gpt-4o-2024-11-20"]);
    expect(compared.alerts.map(({ models, date }) => [models, date])).toEqual([
      [["gpt-4o-2024-05-13"], "2026-10-23"],
      [["gpt-4o-2024-11-20"], "2027-01-14"],
    ]);
    expect(valueIn(compared, "limits.output", "gpt-4o-2024-05-13")).not.toBe(
      valueIn(compared, "limits.output", "gpt-4o-2024-11-20"),
    );
  });
});

describe("evidence", () => {
  test("asked for, the losing claims are there with source and day; otherwise the chosen ones alone", () => {
    const cellOf = (evidence: boolean) =>
      rowOf(compare({ evidence, traits: ["speed"] }), "speed").cells[MINI];
    const [all, chosen] = [cellOf(true), cellOf(false)];
    expect(chosen?.evidence).toEqual(all?.evidence.filter((claim) => claim.chosen));
    // Every reading is old, so the value lies between those of the measurers it averages.
    expect(all?.evidence[0]).toMatchObject({ chosen: true, value: 49.9 });
    expect(all?.value).toBeCloseTo(Math.sqrt(49.9 * 59), 9);
    const launch = all?.evidence.find(({ observed }) => observed.startsWith("2024"));
    expect(launch).toMatchObject({ chosen: false });
    expect(all?.evidence.length).toBeGreaterThan(3);
  });

  test("unknown is said, and is never a figure or a blank", () => {
    for (const { cells } of compare({ evidence: true }).rows) {
      for (const cell of Object.values(cells)) {
        expect(cell.text).not.toBe("");
        expect(cell.status === "missing").toBe(cell.text === "not known");
        if (cell.status === "missing") expect(cell.value).toBeNull();
      }
    }
  });

  test("every source named is described, and the value fits its schema", () => {
    const compared = compare({ evidence: true, pickFor, need: needFor("rag") });
    comparison.parse(compared);
    const named = compared.rows.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ evidence }) => evidence.map(({ source }) => source)),
    );
    for (const source of named) expect(compared.sources).toHaveProperty(source);
  });
});

describe("the same whatever the order", () => {
  test("of the models, of the catalog and of the claims in it", () => {
    const backwards = changed((copy) => {
      copy.models.reverse();
      copy.benchmarks.reverse();
      copy.useCases.reverse();
      for (const each of copy.models) reverseClaims(each);
    });
    const rows = compare({ evidence: true }).rows;
    const inOrder = (some: ComparisonRow[]) =>
      some.toSorted((a, b) => (a.trait < b.trait ? -1 : 1));
    const withoutNotes = (some: ComparisonRow[]) =>
      inOrder(some).map((row) => ({ ...row, notes: [] }));
    expect(inOrder(compare({ evidence: true }, sheets, [MINI, FOUR_O]).rows)).toEqual(
      inOrder(rows),
    );
    expect(withoutNotes(compare({ evidence: true }, backwards).rows)).toEqual(withoutNotes(rows));
  });

  function reverseClaims(part: unknown): void {
    if (Array.isArray(part)) {
      if (part.some((item) => typeof item === "object")) part.reverse();
      for (const item of part) reverseClaims(item);
    } else if (typeof part === "object" && part !== null) {
      for (const inner of Object.values(part)) reverseClaims(inner);
    }
  }
});

describe("more models", () => {
  const third = model.parse({
    id: "third",
    name: "Third",
    provider: "acme",
    snapshots: [{ id: "third-1", released: "2026-01-01", default: true }],
    prices: {
      standard: {
        input: [{ value: 0.05, source: "the-article", observed: "2026-01-01" }],
        output: [{ value: 0.2, source: "the-article", observed: "2026-01-01" }],
      },
    },
    benchmarks: { gpqa: [{ value: 99, source: "the-article", observed: "2026-01-01" }] },
    lifecycle: {
      shutdown: [{ value: "2026-12-01", source: "the-article", observed: "2026-01-01" }],
    },
  });

  test("a third one is a column more, and changes nothing that is said of the others", () => {
    const wider = changed((copy) => copy.models.push(third));
    const three = compare({ evidence: true }, wider);
    const two = compare({ evidence: true });
    expect(three.models.map(({ id }) => id)).toEqual([FOUR_O, MINI, "third"]);
    expect(three.alerts.map(({ models, date }) => [models, date])).toEqual([
      [["third"], "2026-12-01"],
      [[FOUR_O, MINI], "2027-01-14"],
    ]);
    const relative = ["cost", "accuracy", "accuracy.clearly"];
    for (const row of two.rows) {
      const { third: added, ...cells } = rowOf(three, row.trait).cells;
      expect(added).toBeDefined();
      if (!relative.includes(row.trait)) expect(cells).toEqual(row.cells);
    }
    expect(rowOf(three, "cost")).toMatchObject({
      favours: "third",
      difference: "up to 50x cheaper",
    });
    expect(rowOf(three, "accuracy.gpqa")).toMatchObject({ favours: "third" });
    expect(rowOf(three, "limits.context").cells["third"]).toMatchObject({
      value: null,
      text: "not known",
    });
  });

  test("with a figure missing nobody is favoured", () => {
    const wider = changed((copy) => copy.models.push(third));
    expect(rowOf(compare({}, wider), "cost.image").favours).toBeNull();
  });

  test("one alone has nothing to differ from; one named twice is one", () => {
    const alone = compare({}, sheets, [MINI, MINI]);
    expect(alone.models).toHaveLength(1);
    expect(new Set(alone.rows.map(({ difference }) => difference))).toEqual(new Set([null]));
    expect(alone.summary).toBe("GPT-4o mini ends on 2027-01-14, in 53 days.");
  });

  test("the successor is compared when named", () => {
    const compared = compare({}, sheets, [MINI, "gpt-6-luna"]);
    expect(rowOf(compared, "cost").favours).toBe("gpt-6-luna");
    expect(rowOf(compared, "limits.context").favours).toBe("gpt-6-luna");
  });
});

describe("as of a day before mini", () => {
  const before = () => compare({}, openFactSheets(shipped, "2024-07-01"));

  test("mini is not there yet, and GPT-4o has the price of that day", () => {
    const compared = before();
    expect(compared.alerts).toEqual([
      {
        models: [MINI],
        date: null,
        message:
          "GPT-4o mini was not released yet on 2024-07-01: nothing is known of it on that day.",
      },
    ]);
    expect(compared.models.map(({ snapshot }) => snapshot)).toEqual(["gpt-4o-2024-05-13", null]);
    expect(rowOf(compared, "cost.standard.input").cells[FOUR_O]?.text).toBe("$5.00");
    for (const { cells } of compared.rows) expect(cells[MINI]?.status).toBe("missing");
  });

  test("no verdict rests on what nobody had seen", () => {
    expect(before().rows.filter(({ article }) => article !== undefined)).toEqual([]);
    const observed = before().rows.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ evidence }) => evidence.map((claim) => claim.observed)),
    );
    expect(observed.filter((day) => day > "2024-07-01")).toEqual([]);
  });
});

describe("narrowing", () => {
  test("by group, by another word for it, by row", () => {
    const groups = (traits: string[]) => compare({ traits }).groups.map(({ id }) => id);
    expect(groups(["latency", "cost"])).toEqual(["cost", "speed"]);
    expect(groups(["Quality"])).toEqual(["accuracy"]);
    expect(compare({ traits: ["cost.image"] }).rows.map(({ trait }) => trait)).toEqual([
      "cost.image",
    ]);
    expect(compare({ traits: ["cost"] }).rows.length).toBeGreaterThan(10);
  });

  test("the endings and the summary stay whatever is asked", () => {
    const { alerts, summary } = compare({ traits: ["devices"] });
    expect(alerts).toEqual(compare().alerts);
    expect(summary).toBe(compare().summary);
  });

  test("an unknown trait is refused with what was probably meant", () => {
    expect(() => compare({ traits: ["cots"] })).toThrow(
      expect.objectContaining({
        line: "--traits: unknown trait 'cots' (did you mean 'cost'?)",
      }),
    );
    expect(() => compare({ traits: ["xyzzy"] })).toThrow(
      expect.objectContaining({
        line: expect.stringMatching(/^--traits: unknown trait 'xyzzy' \(one of lifecycle, /),
      }),
    );
  });

  test("ids of groups, other words and rows are lower-case and meet no other", () => {
    const words = TRAIT_GROUPS.flatMap(({ id, alsoCalled }) => [id, ...alsoCalled]);
    expect(new Set(words).size).toBe(words.length);
    const traits = compare({ need: needFor("rag") }).rows.map(({ trait }) => trait);
    expect(new Set(traits).size).toBe(traits.length);
    for (const word of [...words, ...traits]) expect(word).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
  });
});

test("the summary is one sentence of at most 200 characters", () => {
  const all = shipped.models.flatMap(({ id, snapshots }) => [
    id,
    ...snapshots.map((each) => each.id),
  ]);
  for (const ids of [[FOUR_O, MINI], [FOUR_O], all]) {
    const { summary } = compare({}, sheets, ids);
    expect(summary.length).toBeLessThanOrEqual(200);
    expect(summary).toMatch(/^[^\n]+\.$/);
  }
  expect(compare().summary).toMatch(
    /^GPT-4o mini is 16\.7x cheaper per text token\. GPT-4o is ahead on \d+ of \d+ tests and 2x cheaper per image\. Both end on 2027-01-14, in 53 days\.$/,
  );
});
