/** Usage added up → requirements, bills and a verdict a group. */
import { reconciliationNote } from "../../answers/profile/presentation.ts";
import type { ProfiledGroup } from "../../answers/profile/schema.ts";
import { CENTRAL_90_DEVIATIONS } from "../../decision/robustness/normal.ts";
import { type FactSheets, openFactSheets } from "../../facts/fact-sheets.ts";
import { addTo, type Cell, noTotals } from "../../profile/cells.ts";
import type { Totals } from "../../profile/record.ts";
import { pricedTier, requirementsOf, sumOf } from "../../profile/group-requirements.ts";
import { medianOf } from "../../profile/tallies.ts";
import type { Group, Usage } from "../../profile/usage.ts";
import { count } from "../../words/figures.ts";
import { billsOf, type ProfileContext, reconcile, ruleOf } from "./group-bills.ts";

/** One entry a group and service tier, since one requirements file asks of one tier. */
export function profiledGroups(usage: Usage, context: ProfileContext): ProfiledGroup[] {
  const sheets = openFactSheets(context.catalog, context.asOf);
  return usage.groups.flatMap((group) => {
    const tiers = [...new Set(group.cells.map(({ tier }) => tier))].toSorted();
    const all = sumOf(group.cells).requests;
    const used = group.cells.filter(({ requests }) => requests > 0);
    // A bill does not tell tiers apart: it stands beside the first of them.
    let reconciled = reconcile(group, used, usage, context, sheets);
    return tiers.flatMap((tier): ProfiledGroup[] => {
      const cells = used.filter((cell) => cell.tier === tier);
      if (cells.length === 0) return [];
      const entry = profiled(group, cells, all, reconciled, context, sheets);
      reconciled = null;
      return [entry];
    });
  });
}

function profiled(
  group: Group,
  cells: readonly Cell[],
  allRequests: number,
  reconciled: ProfiledGroup["reconciled"],
  context: ProfileContext,
  sheets: FactSheets,
): ProfiledGroup {
  const { days, catalog } = context;
  const { daysPerMonth } = catalog.levels.lifecycle;
  const sum = sumOf(cells);
  const each = (tokens: number) => tokens / sum.requests;
  const perMonth = (requests: number) => (requests / days) * daysPerMonth;
  const [first] = cells;
  const tier = first?.tier ?? "standard";
  const priced = pricedTier(tier);
  const requirements =
    priced === null ? null : requirementsOf(cells, { days, daysPerMonth }, priced, ruleOf(sheets));
  const asked = requirements === null ? null : billsOf(requirements, context);
  const isPricedTier = asked?.costs.some(({ usdPerMonth }) => usdPerMonth !== null) === true;
  return {
    group: group.key,
    serviceTier: tier,
    tierShare: sum.requests / allRequests,
    inUse: usedModels(cells).map(({ model, totals }) => ({
      model,
      catalogModel: model === null ? null : (sheets.find(model)?.candidate.model.id ?? null),
      requestsPerMonth: perMonth(totals.requests),
      inputTokens: totals.textInput / totals.requests,
      outputTokens: totals.output / totals.requests,
    })),
    requests: sum.requests,
    requestsPerMonth: perMonth(sum.requests),
    inputTokens: each(sum.textInput),
    cachedInputTokens: each(sum.cachedInput),
    outputTokens: each(sum.output),
    imageTokens: each(sum.imageInput),
    peakRequestsPerMinute: group.peakRequestsPerMinute,
    ...speedOf(cells),
    outputMultiple: multipleOf(cells),
    requirements,
    costs: asked?.costs ?? [],
    cheapest: asked?.cheapest ?? null,
    pick: asked?.pick ?? null,
    reconciled,
    whatIf: context.whatIf ? whatIfOf(cells, context, asked?.dayUsd ?? []) : null,
    notes: notesOf(cells, sum, sheets, isPricedTier, reconciled?.ratio ?? null),
  };
}

function usedModels(cells: readonly Cell[]): { model: string | null; totals: Totals }[] {
  const models = new Map<string | null, Totals>();
  for (const cell of cells) {
    const totals = models.get(cell.model) ?? noTotals();
    addTo(totals, cell, 1);
    models.set(cell.model, totals);
  }
  return [...models]
    .map(([model, totals]) => ({ model, totals }))
    .toSorted((a, b) => b.totals.requests - a.totals.requests);
}

const WHAT_IF_DAYS = 7;

/** The mean day and how sure it is, as a month. */
function whatIfOf(
  cells: readonly Cell[],
  { catalog }: ProfileContext,
  prices: readonly { model: string; usdPerRequest: number }[],
): ProfiledGroup["whatIf"] {
  const days = new Map<number, number>();
  for (const cell of cells) {
    for (const [day, { requests }] of cell.days) days.set(day, (days.get(day) ?? 0) + requests);
  }
  const totals = [...days.values()];
  if (totals.length < WHAT_IF_DAYS) return null;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const variance =
    totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (totals.length - 1);
  const reach = CENTRAL_90_DEVIATIONS * Math.sqrt(variance / totals.length);
  const { daysPerMonth } = catalog.levels.lifecycle;
  const range: [number, number] = [
    Math.max(0, mean - reach) * daysPerMonth,
    (mean + reach) * daysPerMonth,
  ];
  return {
    requestsPerMonth: range,
    usdPerMonth: prices.map(({ model, usdPerRequest }) => ({
      model,
      range: [range[0] * usdPerRequest, range[1] * usdPerRequest],
    })),
  };
}

function speedOf(cells: readonly Cell[]) {
  return {
    firstTokenSeconds: medianOf(cells.map((cell) => cell.firstTokenSeconds)),
    answerSeconds: medianOf(cells.map((cell) => cell.answerSeconds)),
    outputTokensPerSecond: medianOf(cells.map((cell) => cell.outputRates)),
  };
}

/** Output billed per visible token, where the records say how much was hidden. */
function multipleOf(cells: readonly Cell[]): number | null {
  const known = cells.flatMap(({ reasoning }) => reasoning ?? []);
  const hidden = known.reduce((sum, each) => sum + each.hidden, 0);
  const output = known.reduce((sum, each) => sum + each.output, 0);
  return hidden === 0 || output <= hidden ? null : output / (output - hidden);
}

function notesOf(
  cells: readonly Cell[],
  sum: Totals,
  sheets: FactSheets,
  isPricedTier: boolean,
  ratio: number | null,
): string[] {
  const unknown = cells.flatMap(({ model }) =>
    model === null || sheets.find(model) !== null ? [] : [model],
  );
  const discount = ratio === null ? null : reconciliationNote(ratio);
  return [
    ...(discount === null ? [] : [discount]),
    ...(!isPricedTier ? [`the ${cells[0]?.tier ?? ""} tier is not priced here`] : []),
    ...[...new Set(unknown)].map(
      (model) => `${model} is not in the catalog: its own bill is unknown`,
    ),
    ...(sum.cachedImageInput > 0
      ? [
          `${count(Math.round(sum.cachedImageInput / sum.requests))} image tokens a request came out of the cache: the table bills them in full`,
        ]
      : []),
    ...(sum.audioInput > 0 ? ["audio tokens are left out: they are not priced here"] : []),
    ...(sum.imageInput === 0 && mayHideImages(cells, sheets)
      ? [
          "image-tokens-may-be-hidden: every prompt is longer than an image on GPT-4o mini, and prompt tokens there do not carry over to GPT-4o when images are inside",
        ]
      : []),
  ];
}

/** On a model that counts images dearly, prompts that are all longer than one may hold one. */
function mayHideImages(cells: readonly Cell[], sheets: FactSheets): boolean {
  return cells.some(({ model, spread }) => {
    if (model === null || spread === null || spread.input.counts.size === 0) return false;
    const rates = ruleOf(sheets)(model)?.rates ?? null;
    const USUAL_BASE = 1000;
    if (rates === null || rates.base <= USUAL_BASE) return false;
    return [...spread.input.counts.keys()].every((tokens) => tokens > rates.base);
  });
}
