/** Results of the user's own: used however few, and how many would settle the answer. */
import { describe, expect, it } from "vitest";
import { recommendationScreen } from "../../src/answers/recommendation/presentation.ts";
import { standardError } from "../../src/facts/logits.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { shipped } from "./catalogs.ts";
import { answerOf, decisionOf, needOf } from "./needs.ts";

/** The shipped catalog with so many of the user's own tests of one model on one benchmark. */
function withOwn(model: string, benchmark: string, value: number, items: number): Catalog {
  const own = { value, source: OWN_SOURCE.id, observed: OWN_SOURCE.checked, items };
  return {
    ...shipped,
    digest: "sha256:own",
    sources: [...shipped.sources, { ...OWN_SOURCE, class: "own" }],
    models: shipped.models.map((each) =>
      each.id === model
        ? {
            ...each,
            benchmarks: {
              ...each.benchmarks,
              [benchmark]: [...(each.benchmarks?.[benchmark] ?? []), { ...own, scope: "all" }],
            },
          }
        : each,
    ),
  };
}

const asked = { task: "factual" };

function thinOf(catalog: Catalog) {
  const answer = answerOf(needOf(asked, catalog), catalog);
  const thin = answer.result.warnings.filter(({ code }) => code === "thin-evidence");
  return { thin, answer };
}

describe("a result of the user's own", () => {
  it("is used, and said to be few below thirty tests, with the number that would settle it", () => {
    const catalog = withOwn("gpt-4o-mini", "simpleqa", 35, 20);
    const need = needOf(asked, catalog);
    const { thin, answer } = thinOf(catalog);
    const mini = decisionOf(need, catalog).ranking.find(({ id }) => id === "gpt-4o-mini");
    const used = mini?.assessment.quality.estimate?.used.find(
      ({ benchmarkId }) => benchmarkId === "simpleqa",
    );
    expect(used?.logit.point).toBeCloseTo(Math.log(35 / 65), 9);
    expect(thin).toHaveLength(1);
    const [, tests = ""] =
      /on SimpleQA rests on 20 tests: it is used, and ([\d,]+) tests with this rate would settle it/.exec(
        thin[0]?.message ?? "",
      ) ?? [];
    // The error of so many tests, 1.645 standard errors, no longer reaches the ability at which the pick turns.
    const benchmark = shipped.benchmarks.find(({ id }) => id === "simpleqa");
    const flip = answer.result.flips.find(({ parameter }) => parameter === "quality.gpt-4o-mini");
    if (benchmark === undefined || flip === undefined || used === undefined) {
      throw new Error("there is a result and an ability that turns the pick");
    }
    const distance = Math.abs(flip.at - (flip.now ?? NaN)) / used.share;
    const reachOf = (count: number) =>
      1.6448536 * standardError(35, benchmark, shipped.levels.quality, count);
    const count = Number(tests.replaceAll(",", ""));
    expect(count).toBeGreaterThan(20);
    expect(reachOf(count)).toBeLessThanOrEqual(distance);
    if (count > 30) expect(reachOf(count - 1)).toBeGreaterThan(distance);
  });

  it("is said to be few before the reasons, whichever model it is of", () => {
    for (const model of ["gpt-4o", "gpt-4o-mini"]) {
      const { thin, answer } = thinOf(withOwn(model, "simpleqa", 40, 29));
      const alerts = recommendationScreen(answer).blocks.flatMap((block) =>
        block.kind === "alert" ? [JSON.stringify(block.text)] : [],
      );
      expect(alerts.join(" ")).toContain("rests on 29 tests");
      expect(thin).toHaveLength(1);
    }
  });

  it("is nothing to warn of from thirty tests on, nor where quality does not count", () => {
    expect(thinOf(withOwn("gpt-4o", "simpleqa", 40, 30)).thin).toEqual([]);
    const catalog = withOwn("gpt-4o", "simpleqa", 40, 5);
    const need = needOf({ ...asked, weights: { cost: 1, latency: 0, quality: 0 } }, catalog);
    const { warnings } = answerOf(need, catalog).result;
    expect(warnings.filter(({ code }) => code === "thin-evidence")).toEqual([]);
  });
});
