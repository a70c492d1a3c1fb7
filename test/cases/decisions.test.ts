/** Published recommendations, each decided anew from what its source states. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreement, agreementMarkdown, MISSES, missesOf } from "../../scripts/agreement.ts";
import { calibrationBands, calibrationMarkdown } from "../../scripts/calibration.ts";
import { decidePublishedCases } from "../../scripts/published-cases.ts";
import { publishedSwitches, switchesMarkdown } from "../../scripts/published-switches.ts";
import { withSection } from "../../scripts/page-sections.ts";
import { wilsonInterval } from "../../scripts/wilson.ts";
import { shipped } from "../pipeline/catalogs.ts";

const decided = await decidePublishedCases();

describe("published decisions", () => {
  it("are decided as they were: a change of evidence or method shows here, case by case", async () => {
    const lines = decided.map(({ id, expected, pick, margin, isTie }) =>
      [
        id.padEnd(32),
        expected.padEnd(12),
        pick.padEnd(12),
        margin === null ? "    -" : margin.toFixed(2).padStart(5),
        isTie ? " practically tied" : "",
      ]
        .join(" ")
        .trimEnd(),
    );
    const head = "case                             published    pick-model   margin";
    await expect(`${[head, ...lines].join("\n")}\n`).toMatchFileSnapshot("golden/decisions.txt");
  });

  it("that the program decides otherwise are explained, and only those", () => {
    expect(missesOf(decided).map((each) => each.id)).toEqual(Object.keys(MISSES));
  });

  it("agree more often than any rule of thumb, in every group", () => {
    const [program, ...rules] = agreement(decided);
    for (const rule of rules) {
      for (const [group, counts] of Object.entries(program?.counts ?? {})) {
        expect([
          rule.rule,
          group,
          counts.leniently > (rule.counts[group]?.leniently ?? NaN),
        ]).toEqual([rule.rule, group, true]);
      }
    }
  });

  it("are counted in docs/agreement.md as the script counts them (npm run agreement renews it)", async () => {
    const page = readFileSync(new URL("../../docs/agreement.md", import.meta.url), "utf8");
    const agreed = withSection(page, "agreement", agreementMarkdown(decided));
    const calibrated = calibrationMarkdown(decided, shipped.levels.confidence);
    const switched = switchesMarkdown(await publishedSwitches());
    const both = withSection(agreed, "calibration", calibrated);
    expect(withSection(both, "switches", switched)).toBe(page);
  });

  it("are the counts that the certainty words rest on", () => {
    const { calibration, ...thresholds } = shipped.levels.confidence;
    const counted = calibrationBands(decided, thresholds);
    expect(calibration.bands).toEqual(counted);
    const cases = Object.values(counted).reduce((sum, band) => sum + band.cases, 0);
    expect(calibration.set).toContain(`${cases} published choices`);
  });

  it("contradict no word: what each says lies within what so few cases leave open", () => {
    const { high, moderate, low, calibration } = shipped.levels.confidence;
    const says = { high: [high, 1], moderate: [moderate, high], low: [low, moderate] } as const;
    for (const [word, [from, to]] of Object.entries(says)) {
      const { right, cases } = calibration.bands[word as keyof typeof says];
      const [least, most] = wilsonInterval(right, cases);
      expect([word, least <= to, most >= from]).toEqual([word, true, true]);
    }
  });
});

describe("the interval of a counted share", () => {
  it("is Wilson's: 8 of 9 leaves 57 to 98 %", () => {
    // (0.8889 + 0.2134 ± 1.96 * sqrt(0.0988 / 9 + 3.8415 / 324)) / 1.4268
    expect(wilsonInterval(8, 9)).toEqual([expect.closeTo(0.565, 3), expect.closeTo(0.98, 3)]);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    expect(wilsonInterval(10, 10)[1]).toBe(1);
  });
});
