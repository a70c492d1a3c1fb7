/** What each model is the pick for: the use cases named by common belief, and all of them. */
import { list } from "../../figures.ts";
import type { UseCase } from "../../../schema/requirements.ts";
import { unknownCell } from "../cells.ts";
import type { Cell, TraitContext, TraitGroup, TraitRow } from "../trait.ts";

/** Use cases the article names for a model, under the article's own trait. */
const NAMED_FOR = [
  {
    trait: "ideal-uses-4o",
    label: "Said to suit GPT-4o",
    model: "gpt-4o",
    useCases: ["academic-research", "specialized-content", "virtual-assistant"],
  },
  {
    trait: "ideal-uses-mini",
    label: "Said to suit mini",
    model: "gpt-4o-mini",
    useCases: [
      "content-generation",
      "support-chatbot",
      "realtime-response",
      "sme-integration",
      "indie-developer",
    ],
  },
] as const;

interface Picked {
  useCase: UseCase;
  model: string | null;
  tie: boolean;
}

export const uses: TraitGroup = {
  id: "uses",
  title: "Ideal uses",
  alsoCalled: ["use-cases", "ideal-uses"],
  rows: (context) => {
    const picks = picksOf(context);
    return [
      ...NAMED_FOR.map(({ trait, label, model, useCases }) => {
        const named = picks?.filter(({ useCase }) => isIn(useCases, useCase.id)) ?? null;
        return usesRow(context, { trait, label, picks: named, agreement: agreement(named, model) });
      }),
      usesRow(context, {
        trait: "conclusion",
        label: "Picked for, of all",
        picks,
        agreement: overall(picks),
      }),
    ];
  },
};

function isIn(ids: readonly string[], id: string): boolean {
  return ids.includes(id);
}

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

interface UsesPlan {
  trait: string;
  label: string;
  picks: readonly Picked[] | null;
  agreement: string | null;
}

function usesRow({ compared }: TraitContext, plan: UsesPlan): TraitRow {
  const cells = new Map(compared.map(({ id }) => [id, usesCell(plan.picks, id)]));
  return {
    trait: plan.trait,
    label: plan.label,
    unit: "use cases",
    cells,
    difference: plan.agreement === null ? null : { text: plan.agreement, favours: null },
    notes: plan.trait === "conclusion" ? [] : caveats(plan.picks ?? []),
  };
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
    claims: [],
  };
}

/** How many of the named use cases the program gives to the model they are named for. */
function agreement(picks: readonly Picked[] | null, model: string): string | null {
  if (picks === null || picks.length === 0) return null;
  const asSaid = picks.filter((pick) => pick.model === model).length;
  return `${asSaid} of ${picks.length} as said`;
}

function overall(picks: readonly Picked[] | null): string | null {
  if (picks === null) return null;
  const named = NAMED_FOR.flatMap(({ model, useCases }) =>
    picks.flatMap((pick) => (isIn(useCases, pick.useCase.id) ? [pick.model === model] : [])),
  );
  return named.length === 0 ? null : `${named.filter(Boolean).length} of ${named.length} as said`;
}

function caveats(picks: readonly Picked[]): string[] {
  return picks.flatMap(({ useCase, model }) => {
    if (model === null) return [`${useCase.name}: no model of the catalog qualifies.`];
    return useCase.caveat === undefined ? [] : [`${useCase.name}: ${useCase.caveat}`];
  });
}
