/** Whatever is asked, the whole result has the published shape and only proper numbers in it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { recommendation } from "../../src/answers/recommendation/schema.ts";
import { candidatesOf } from "../../src/decision/assessment.ts";
import { catalogWith, newcomers, SEED } from "./catalogs.ts";
import { answerOf, documents, needOrNull, wishes } from "./needs.ts";

/** Paths of values that JSON cannot carry or that mean a calculation went wrong. */
function improper(value: unknown, path: string): string[] {
  if (value === undefined) return [`${path}: undefined`];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value === "string") {
    return /\b(?:NaN|undefined|null|Infinity)\b|\[object/.test(value) ? [`${path}: ${value}`] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => improper(inner, `${path}.${key}`));
}

it("is valid against its schema and survives JSON, for any requirements and any catalog", () => {
  fc.assert(
    fc.property(fc.oneof(documents, wishes), newcomers, (document, changes) => {
      const catalog = catalogWith(changes);
      const need = needOrNull(document, catalog);
      fc.pre(need !== null);
      const { result } = answerOf(need, catalog);
      expect(improper(result, "result")).toEqual([]);
      const read: unknown = JSON.parse(JSON.stringify(result));
      expect(recommendation.parse(read)).toEqual(read);
      expect(read).toEqual(result);
    }),
    { numRuns: 120, seed: SEED },
  );
});

it("ranks or excludes every model it was asked about, never both, and never an unpriced one", () => {
  fc.assert(
    fc.property(documents, newcomers, (document, changes) => {
      const catalog = catalogWith(changes);
      const need = needOrNull(document, catalog);
      fc.pre(need !== null);
      const { result, decision } = answerOf(need, catalog, { draws: 0, seed: 1 });
      const ranked = result.ranking.map((each) => each.model);
      const excluded = result.excluded.map((each) => each.model);
      const expected = candidatesOf(need, decision.sheets).map(({ id }) => id);
      expect([...ranked, ...excluded].toSorted()).toEqual(expected);
      const candidates = catalog.models.filter(({ role }) => role === "candidate");
      const asked = need.models ?? candidates.map(({ id }) => id);
      expect(expected).toEqual(
        expect.arrayContaining(asked.filter((id) => !need.exclude.includes(id))),
      );
      expect(result.excluded.every((each) => each.reasons.length > 0)).toBe(true);
      expect(result.recommendation?.model ?? null).toBe(ranked[0] ?? null);
      expect(
        decision.ranking.every((each) => each.cost.lines.every((line) => line.fact.value !== null)),
      ).toBe(true);
    }),
    { numRuns: 80, seed: SEED },
  );
});
