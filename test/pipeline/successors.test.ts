/** The models after the two: their facts change nothing of the two, and on the day after the two they are the question. */
import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../src/decision/assessment.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { catalogOf, shipped } from "./catalogs.ts";
import { ids, answerOf, decisionOf, needOf } from "./needs.ts";

const TWO = ["gpt-4o", "gpt-4o-mini"];
const theTwo = catalogOf(shipped.models.filter(({ id }) => TWO.includes(id)));
const USES = [{}, ...shipped.useCases.map(({ id }) => ({ useCase: id }))];

describe("with the shipped facts", () => {
  it("ten more models change no score, no order, no flip and no certainty of the two", () => {
    for (const document of USES) {
      const [alone, among] = [theTwo, shipped].map((catalog) => {
        const { result } = answerOf(needOf(document, catalog), catalog);
        const { ranking, excluded, flips, recommendation, hingesOn, paretoFront } = result;
        return { ranking, excluded, flips, recommendation, hingesOn, paretoFront };
      });
      expect(among).toEqual(alone);
    }
  });

  it("ranked beside them the two keep every bit of their scores and their order", () => {
    for (const document of USES) {
      const scores = (includeSuccessors: boolean) =>
        decisionOf({ ...needOf(document), includeSuccessors })
          .ranking.filter(({ id }) => TWO.includes(id))
          .map(({ id, score, values }) => [id, score, values]);
      expect(scores(true)).toEqual(scores(false));
    }
  });

  it("no model is ever better for a result it lacks at the effort asked for", () => {
    const need = { ...needOf({ task: "reasoning" }), includeSuccessors: true };
    const of = (effort: "none" | "high") => decisionOf({ ...need, effort }).ranking;
    for (const { assessment } of [...of("none"), ...of("high")]) {
      const claims = assessment.quality.results.flatMap(({ chosen }) => chosen ?? []);
      for (const { claim } of claims) {
        expect([undefined, assessment.sheet.effort]).toContain(claim.effort);
      }
    }
  });
});

describe("who is asked about", () => {
  const asked = (asOf: string, change = {}) => {
    const need = { ...needOf({}), asOf, ...change };
    return ids(candidatesOf(need, openFactSheets(shipped, asOf)));
  };

  it("the two until their last day, and then what is served, with the two named as gone", () => {
    expect(asked("2026-10-01")).toEqual(TWO);
    expect(asked("2027-01-14")).toEqual(TWO);
    const after = asked("2027-01-15");
    expect(after).toEqual(expect.arrayContaining([...TWO, "gpt-6-luna", "gpt-5.1"]));
    // Over before that day, or never in question.
    expect(after).not.toContain("gpt-5-mini");
    expect(after).not.toContain("gpt-4.1-mini");
    expect(asked("2027-04-02")).not.toContain("gpt-5.1");
  });

  it("successors only once they are released, and models named by the user as they are", () => {
    expect(asked("2026-03-16", { includeSuccessors: true })).not.toContain("gpt-5.4-mini");
    expect(asked("2026-03-17", { includeSuccessors: true })).toContain("gpt-5.4-mini");
    expect(asked("2027-02-01", { models: TWO })).toEqual(TWO);
  });

  it("after the two the pick is one that is served, and they are excluded for it", () => {
    const { result } = answerOf({ ...needOf({}), asOf: "2027-02-01" });
    expect(result.recommendation?.model).toBe("gpt-6-luna");
    expect(result.excluded.map(({ model }) => model)).toEqual(TWO);
    expect(result.ranking.every(({ model }) => !TWO.includes(model))).toBe(true);
  });

  it("the vendor's own comes first among the successors, the rest by rank", () => {
    const { successors } = answerOf({ ...needOf({}), asOf: "2026-11-29" }).result;
    expect(successors[0]).toMatchObject({ model: "gpt-6-luna", named: true });
    expect(successors.map(({ model }) => model)).not.toContain("gpt-5.1");
    expect(answerOf({ ...needOf({}), asOf: "2026-10-01" }).result.successors).toEqual([]);
  });
});
