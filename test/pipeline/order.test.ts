/** The order itself: nobody is ranked before somebody better, better facts never hurt, and ties have a rule. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RankedModel } from "../../src/decision/decision.ts";
import type { Need } from "../../src/decision/need.ts";
import { CRITERIA, type Criterion } from "../../src/schema/vocabulary.ts";
import { catalogOf, catalogWith, newcomers, SEED, shipped, variation, varied } from "./catalogs.ts";
import { answerOf, decisionOf, documents, ids, needOf, needOrNull, wishes } from "./needs.ts";

/** Larger is better, whatever the criterion. */
function goodness(model: RankedModel, criterion: Criterion): number {
  const { point } = model.attributes[criterion];
  return criterion === "quality" ? point : -point;
}

function dominates(better: RankedModel, worse: RankedModel): boolean {
  const gains = CRITERIA.map((each) => goodness(better, each) - goodness(worse, each));
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

describe("dominance", () => {
  it("a model that is nowhere worse and somewhere better stands before, in every ranking", () => {
    fc.assert(
      fc.property(wishes, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const { ranking } = decisionOf(
          { ...needOf(document, catalog), includeSuccessors: true },
          catalog,
        );
        for (const [place, model] of ranking.entries()) {
          const later = ranking
            .slice(place + 1)
            .filter((each) => each.screened.screen === model.screened.screen);
          expect(ids(later.filter((each) => dominates(each, model)))).toEqual([]);
        }
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it("the front holds those nobody dominates, and every other model says who of them dominates it", () => {
    fc.assert(
      fc.property(documents, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        const { result, decision } = answerOf(need, catalog, { draws: 0, seed: 1 });
        const { ranking } = decision;
        const front = ranking.filter((model) => !ranking.some((each) => dominates(each, model)));
        const dominators = (model: RankedModel) =>
          ids(front.filter((each) => dominates(each, model)));
        expect(result.ranking.map((each) => [each.model, each.dominatedBy.toSorted()])).toEqual(
          ranking.map((model) => [model.id, dominators(model).toSorted()]),
        );
        expect(result.paretoFront.toSorted()).toEqual(ids(front).toSorted());
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});

describe("monotonicity", () => {
  const gain = fc.double({ min: 1e-6, max: 3, noNaN: true });
  const IMPROVEMENTS = {
    "a lower price": (better: number) => ({ priceFactor: Math.exp(-better) }),
    "a faster output": (better: number) => ({ speedFactor: Math.exp(better) }),
    "an earlier first token": (better: number) => ({ firstTokenFactor: Math.exp(-better) }),
    "better results": (better: number) => ({ logitShift: better }),
  };
  const product = <Key extends string>(a: Record<Key, number>, key: Key, by: number) => a[key] * by;

  it.each(Object.entries(IMPROVEMENTS))(
    "%s never lowers a model's score or place, and raises the score off the plateaus",
    (_what, improvement) => {
      fc.assert(
        fc.property(wishes, newcomers, variation, gain, (document, changes, own, better) => {
          const step = {
            priceFactor: 1,
            speedFactor: 1,
            firstTokenFactor: 1,
            logitShift: 0,
            ...improvement(better),
          };
          const improved = {
            ...own,
            priceFactor: product(own, "priceFactor", step.priceFactor),
            speedFactor: product(own, "speedFactor", step.speedFactor),
            firstTokenFactor: product(own, "firstTokenFactor", step.firstTokenFactor),
            logitShift: own.logitShift + step.logitShift,
          };
          const need = needOf(document);
          const placed = (change: typeof own) => {
            const { models } = catalogWith(changes);
            const whole = catalogOf([...models, varied(shipped, "subject", change)]);
            return decisionOf(need, whole).ranking.find((model) => model.id === "subject");
          };
          const [before, after] = [placed(own), placed(improved)];
          fc.pre(before !== undefined && after !== undefined);
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          expect(after.rank).toBeLessThanOrEqual(before.rank);
          const { weights } = need.weighting;
          const gained = CRITERIA.some(
            (each) => weights[each] * (after.values[each] - before.values[each]) > 1e-12,
          );
          if (gained) expect(after.score).toBeGreaterThan(before.score);
          const moved = CRITERIA.some((each) => goodness(after, each) > goodness(before, each));
          const worsened = CRITERIA.filter(
            (each) => goodness(after, each) < goodness(before, each),
          );
          expect(worsened).toEqual([]);
          expect(
            moved || CRITERIA.every((each) => goodness(after, each) === goodness(before, each)),
          ).toBe(true);
        }),
        { numRuns: 150, seed: SEED },
      );
    },
  );
});

describe("ties and accounts", () => {
  const TIE_ORDER: Criterion[] = ["quality", "cost", "latency"];

  /** The stated rule, told anew: the score to a billionth, then raw figures by decreasing weight, then the name. */
  function comesBefore(a: RankedModel, b: RankedModel, { weighting }: Need): boolean {
    const grid = (figure: number) => Math.round(figure * 1e9);
    if (grid(a.score) !== grid(b.score)) return grid(a.score) > grid(b.score);
    const heaviestFirst = TIE_ORDER.toSorted(
      (one, other) => grid(weighting.weights[other]) - grid(weighting.weights[one]),
    );
    const deciding = heaviestFirst.find((each) => goodness(a, each) !== goodness(b, each));
    return deciding === undefined ? a.id < b.id : goodness(a, deciding) > goodness(b, deciding);
  }

  it("every pair stands in the stated order, so the order is transitive", () => {
    fc.assert(
      fc.property(wishes, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const decision = decisionOf(needOf(document, catalog), catalog);
        for (const screen of ["feasible", "unknown"]) {
          const group = decision.ranking.filter((model) => model.screened.screen === screen);
          for (const [place, model] of group.entries()) {
            for (const later of group.slice(place + 1)) {
              expect([model.id, later.id, comesBefore(model, later, decision.need)]).toEqual([
                model.id,
                later.id,
                true,
              ]);
            }
          }
        }
        const screens = decision.ranking.map((model) => model.screened.screen);
        expect(screens).toEqual(screens.toSorted());
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it("the parts of the account add up: contributions to scores, and their differences to the margin", () => {
    fc.assert(
      fc.property(documents, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        const { result } = answerOf(need, catalog, { draws: 0, seed: 1 });
        for (const model of result.ranking) {
          const parts = CRITERIA.map((each) => model.criteria[each]);
          for (const part of parts) {
            expect(Math.abs(part.contribution - part.weight * part.utility)).toBeLessThan(1e-12);
          }
          const sum = parts.reduce((total, part) => total + part.contribution, 0);
          expect(Math.abs(sum - model.score)).toBeLessThan(1e-9);
        }
        const [first, second] = result.ranking;
        const { recommendation } = result;
        if (first === undefined || second === undefined || recommendation === null) return;
        const leads = CRITERIA.reduce(
          (total, each) =>
            total + first.criteria[each].contribution - second.criteria[each].contribution,
          0,
        );
        expect(recommendation.runnerUp).toBe(second.model);
        // A rival that is only open may even score higher: there is no margin over it.
        if (recommendation.margin === null) {
          expect([first.screen, second.screen]).toEqual(["feasible", "unknown"]);
          return;
        }
        expect(Math.abs(leads - recommendation.margin)).toBeLessThan(1e-9);
        const { nearTieMargin } = catalog.levels.decision;
        if (recommendation.tie) expect(recommendation.margin).toBeLessThan(nearTieMargin);
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it("chances of being best are shares that add up to one, none for a model that is beaten for certain", () => {
    fc.assert(
      fc.property(
        documents,
        newcomers,
        fc.constantFrom(1, 30, 200),
        fc.nat(),
        (document, changes, draws, seed) => {
          const catalog = catalogWith(changes);
          const need = needOrNull(document, catalog);
          fc.pre(need !== null);
          const { result, decision } = answerOf(need, catalog, { draws, seed });
          fc.pre(result.recommendation !== null);
          const chances = result.ranking.map((model) => model.probabilityBest ?? NaN);
          expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
          expect(Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1)).toBeLessThan(1e-9);
          expect(result.recommendation.confidence.probability).toBe(chances[0]);
          const { overWeights } = result.recommendation.confidence;
          expect(overWeights >= 0 && overWeights <= 1).toBe(true);
          for (const [place, model] of decision.ranking.entries()) {
            const beaten = decision.eligible.some((rival) => certainlyBeats(rival, model));
            if (beaten) expect([model.id, chances[place]]).toEqual([model.id, 0]);
          }
        },
      ),
      { numRuns: 150, seed: SEED },
    );
  });

  function certainlyBeats(rival: RankedModel, model: RankedModel): boolean {
    const worstOf = (each: Criterion) =>
      each === "quality" ? rival.attributes[each].low : -rival.attributes[each].high;
    const bestOf = (each: Criterion) =>
      each === "quality" ? model.attributes[each].high : -model.attributes[each].low;
    return CRITERIA.every((each) => worstOf(each) > bestOf(each));
  }
});
