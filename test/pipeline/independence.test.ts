/** Who else is compared changes nothing: neither a model's score nor the order of the rest. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/decision/decision.ts";
import {
  catalogOf,
  catalogWith,
  modelOf,
  newcomers,
  newcomersOf,
  renamed,
  SEED,
  shipped,
  variation,
  varied,
} from "./catalogs.ts";
import { answerOf, decisionOf, documents, ids, needOf, needOrNull, wishes } from "./needs.ts";

/** Each model's place among those that qualify and those that are open, with every bit of its account. */
function standings(decision: Decision): [string, string, number, object, object][] {
  return decision.ranking.map(({ id, screened, score, values, contributions }) => [
    id,
    screened.screen,
    score,
    values,
    contributions,
  ]);
}

describe("independence of irrelevant alternatives", () => {
  it("models that are added, successors included, change no bit of a score and no order", () => {
    fc.assert(
      fc.property(documents, newcomers, (document, added) => {
        const { models: _all, includeSuccessors: _only, ...asked } = document;
        const need = needOrNull(asked, shipped);
        fc.pre(need !== null);
        const known = new Set(ids(decisionOf(need).ranking));
        const wide = decisionOf(
          { ...need, includeSuccessors: true },
          catalogOf([...newcomersOf(added), ...shipped.models]),
        );
        expect(standings(wide).filter(([id]) => known.has(id))).toEqual(
          standings(decisionOf(need)),
        );
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it("any selection of the models keeps the order and the scores of the whole", () => {
    fc.assert(
      fc.property(wishes, newcomers, fc.nat(), (document, changes, choice) => {
        const catalog = catalogWith(changes);
        const need = { ...needOf(document, catalog), includeSuccessors: true };
        const whole = decisionOf(need, catalog);
        const kept = ids(catalog.models).filter((_id, place) => (choice >> place) % 2 === 1);
        fc.pre(kept.length > 0);
        const some = decisionOf({ ...need, models: kept }, catalog);
        expect(standings(some)).toEqual(standings(whole).filter(([id]) => kept.includes(id)));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it("a newcomer takes the first place itself or leaves the pick alone", () => {
    fc.assert(
      fc.property(documents, variation, (document, change) => {
        const { models: _all, ...asked } = document;
        const need = needOrNull(asked, shipped);
        fc.pre(need !== null);
        const before = decisionOf(need).ranking[0]?.id;
        const newcomer = varied(shipped, "newcomer", change);
        const [first] = decisionOf(need, catalogOf([...shipped.models, newcomer])).ranking;
        expect([before, "newcomer"]).toContain(first?.id);
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});

describe("clones", () => {
  it("a copy of a model scores the same and stands right beside it", () => {
    fc.assert(
      fc.property(
        wishes,
        newcomers,
        fc.constantFrom("gpt-4o", "gpt-4o-mini"),
        (document, changes, id) => {
          const catalog = catalogWith(changes);
          const copy = renamed(modelOf(catalog, id), `${id}!`);
          const need = needOf(document, catalog);
          const ranking = decisionOf(need, catalogOf([copy, ...catalog.models])).ranking;
          const places = ranking.flatMap((model, place) =>
            model.id === id || model.id === copy.id ? [place] : [],
          );
          // Whoever else scores the very same to the last bit is a copy of it too.
          const between = ranking.slice(places[0], (places[1] ?? 0) + 1);
          expect(new Set(between.map(({ score }) => score)).size).toBe(1);
        },
      ),
      { numRuns: 200, seed: SEED },
    );
  });

  it("an identical claim said once more changes nothing but the record of who said it", () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom("gpt-4o", "gpt-4o-mini"),
        fc.nat(),
        (document, id, choice) => {
          const need = needOrNull(document, shipped);
          fc.pre(need !== null);
          const { benchmarks = {}, ...rest } = modelOf(shipped, id);
          const repeat = <Item>(items: readonly Item[]): Item[] => [
            ...items,
            ...items.slice(choice % items.length, (choice % items.length) + 1),
          ];
          const twice = {
            ...rest,
            benchmarks: Object.fromEntries(
              Object.entries(benchmarks).map(([key, claims]) => [key, repeat(claims)]),
            ),
            ...(rest.speed?.outputTokensPerSecond === undefined
              ? {}
              : {
                  speed: {
                    ...rest.speed,
                    outputTokensPerSecond: repeat(rest.speed.outputTokensPerSecond),
                  },
                }),
          };
          const others = shipped.models.filter((model) => model.id !== id);
          const summary = (models: typeof shipped.models) => {
            const decision = decisionOf(need, { ...shipped, models });
            return decision.ranking.map((model) => [model.id, model.score, model.attributes]);
          };
          expect(summary([twice, ...others])).toEqual(summary(shipped.models));
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  it("the same question twice gives the same bytes", () => {
    fc.assert(
      fc.property(documents, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        // A catalog of its own each time, so that nothing is remembered.
        const bytes = () => JSON.stringify(answerOf(need, { ...catalog }).result);
        expect(bytes()).toBe(bytes());
      }),
      { numRuns: 80, seed: SEED },
    );
  });
});
