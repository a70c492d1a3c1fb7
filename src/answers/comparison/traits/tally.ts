/** The tally of shared benchmarks: on how many each model leads, and on how many by more than noise. */
import { lazy } from "../../../facts/memoize.ts";
import { count, list } from "../../../words/figures.ts";
import { unknownCell } from "../cells.ts";
import { byLead } from "../differences.ts";
import type { ComparisonRow, LEAD_CERTAINTIES } from "../schema.ts";
import type { RowPlan, TraitContext } from "../trait.ts";

const CLEARLY =
  "Clearly ahead: by more than chance makes one time in twenty; leads on tests of unpublished length count as unclear.";

interface Lead {
  label: string;
  leader: string | null;
  certainty: (typeof LEAD_CERTAINTIES)[number];
}

/** @param results the rows of the benchmarks, one each */
export function tally(context: TraitContext, results: () => readonly ComparisonRow[]): RowPlan[] {
  const leads = lazy(() =>
    results().map(({ label, lead }): Lead => ({
      label,
      leader: lead?.model ?? null,
      certainty: lead?.certainty ?? "unknown",
    })),
  );
  const clearLeads = lazy(() => leads().filter(({ certainty }) => certainty === "clear"));
  const compares = () => context.compared.length > 1 && results().length > 0;
  const plan = (
    trait: string,
    label: string,
    counted: () => readonly Lead[],
    notes: () => string[],
  ): RowPlan => ({
    trait,
    label,
    unit: "benchmarks",
    differ: byLead("higher", null),
    notes: () => (compares() ? notes() : []),
    cell: ({ id }) => {
      const taken = results().filter(({ cells }) => (cells[id]?.value ?? null) !== null).length;
      if (!compares() || taken === 0) return unknownCell();
      const own = counted().filter((lead) => lead.leader === id).length;
      return {
        value: own,
        text: `${count(own)} of ${count(taken)}`,
        status: "fresh",
        fromSibling: false,
        claims: () => [],
      };
    },
  });
  return [
    plan("accuracy", "Ahead on benchmarks", leads, () => exceptions(context, leads())),
    plan("accuracy.clearly", "Ahead clearly", clearLeads, () => [CLEARLY]),
  ];
}

/** What the models that lead less often are ahead on. */
function exceptions({ compared }: TraitContext, leads: readonly Lead[]): string[] {
  const ledBy = compared.map(({ id, name }) => ({
    name,
    own: leads.filter((lead) => lead.leader === id),
  }));
  const most = Math.max(...ledBy.map(({ own }) => own.length));
  return ledBy
    .filter(({ own }) => own.length > 0 && own.length < most)
    .map(({ name, own }) => {
      const named = own.map(
        (lead) => `${lead.label}${lead.certainty === "noise" ? " (noise)" : ""}`,
      );
      return `${name} is ahead on ${list(named)}.`;
    });
}
