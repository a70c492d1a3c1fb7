/** Use traits: the use cases each model is said to suit, and those it is the pick for. */
import { lazy } from "../../../facts/memoize.ts";
import { list } from "../../../words/figures.ts";
import type { ArticleDimension } from "../../../schema/descriptions.ts";
import type { UseCase } from "../../../schema/requirements.ts";
import { unknownCell } from "../cells.ts";
import {
  articleOf,
  type Cell,
  type RowPlan,
  type TraitContext,
  type TraitGroup,
} from "../trait.ts";

interface Picked {
  useCase: UseCase;
  model: string | null;
  tie: boolean;
}

export const uses: TraitGroup = {
  id: "uses",
  title: "Ideal uses",
  alsoCalled: ["use-cases", "ideal-uses"],
  plans: (context) => {
    const picks = lazy(() => picksOf(context));
    const claims = articleOf(context);
    return [
      ...claims.flatMap(({ trait, suits }) => {
        if (suits === undefined) return [];
        const { model, useCases } = suits;
        const named = lazy(
          () => picks()?.filter(({ useCase }) => useCases.includes(useCase.id)) ?? null,
        );
        const name = context.sheets.find(model)?.candidate.name ?? model;
        return [
          {
            ...usesPlan(trait, `Said to suit ${name}`, named),
            says: () => agreement(named(), model),
            notes: () => caveats(named() ?? []),
          },
        ];
      }),
      {
        ...usesPlan("conclusion", "Picked for, of all", picks),
        says: () => overall(claims, picks()),
      },
    ];
  },
};

/** Asked once for every use case of the catalog; null when nobody can say. */
function picksOf({ sheets, pickFor }: TraitContext): Picked[] | null {
  if (pickFor === null) return null;
  return sheets.catalog.useCases
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((useCase) => {
      const pick = pickFor(useCase.id);
      return { useCase, model: pick?.model ?? null, tie: pick?.tie ?? false };
    });
}

function usesPlan(trait: string, label: string, picks: () => readonly Picked[] | null): RowPlan {
  return { trait, label, unit: "use cases", cell: ({ id }) => usesCell(picks(), id) };
}

function usesCell(picks: readonly Picked[] | null, model: string): Cell {
  if (picks === null) return unknownCell();
  const own = picks.filter((pick) => pick.model === model);
  const names = own.map(({ useCase, tie }) => `${useCase.id}${tie ? " (nearly tied)" : ""}`);
  return {
    value: own.map(({ useCase }) => useCase.id),
    text: own.length === 0 ? "none" : list(names),
    status: "fresh",
    fromSibling: false,
    claims: () => [],
  };
}

/** How many of the named use cases the program gives to the model they are named for. */
function agreement(picks: readonly Picked[] | null, model: string): string | null {
  if (picks === null || picks.length === 0) return null;
  const asSaid = picks.filter((pick) => pick.model === model).length;
  return `${asSaid} of ${picks.length} as said`;
}

/** The same over every model the article names uses for. */
function overall(
  claims: readonly ArticleDimension[],
  picks: readonly Picked[] | null,
): string | null {
  if (picks === null) return null;
  const named = claims.flatMap(({ suits }) =>
    picks.flatMap((pick) =>
      suits?.useCases.includes(pick.useCase.id) === true ? [pick.model === suits.model] : [],
    ),
  );
  return named.length === 0 ? null : `${named.filter(Boolean).length} of ${named.length} as said`;
}

function caveats(picks: readonly Picked[]): string[] {
  return picks.flatMap(({ useCase, model }) => {
    if (model === null) return [`${useCase.name}: no model of the catalog qualifies.`];
    return useCase.caveat === undefined ? [] : [`${useCase.name}: ${useCase.caveat}`];
  });
}
