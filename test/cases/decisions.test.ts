/** Published recommendations, each decided anew from what its source states. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  agreement,
  agreementMarkdown,
  decidePublishedCases,
  MISSES,
  missesOf,
} from "../../scripts/agreement.ts";

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

  it("agree more often than either rule of thumb, in every group", () => {
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

  it("are counted in the README as the script counts them", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    expect(readme).toContain(agreementMarkdown(decided));
  });
});
