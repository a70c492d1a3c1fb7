/** Alerts above the comparison: shutdowns, and models not released yet. */
import type { ComparisonAlert } from "./schema.ts";
import { daysBetween } from "../../facts/calendar.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { named, shutdown, vendorName } from "../../words/endings.ts";
import { lifecycleFacts } from "../../facts/lifecycle.ts";
import type { Compared, TraitContext } from "./trait.ts";

export function alertsOf(context: TraitContext): ComparisonAlert[] {
  return [...endings(context), ...unreleased(context)];
}

/** Models that share their last day and their successor share a sentence; the earliest day first. */
function endings({ compared, sheets }: TraitContext): ComparisonAlert[] {
  const groups = new Map<string, Compared[]>();
  for (const each of compared) {
    const { shutdown: end, replacement } = lifecycleFacts(each.sheet);
    if (end.value === null) continue;
    const key = [end.value, replacement.value ?? "", each.candidate.model.provider].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, models]) => {
      const [first] = models;
      return first === undefined ? [] : [ending(models, first, sheets)];
    });
}

function ending(models: readonly Compared[], first: Compared, sheets: FactSheets): ComparisonAlert {
  const { shutdown: end, replacement } = lifecycleFacts(first.sheet);
  const { asOf, catalog } = sheets;
  const date = end.value ?? asOf;
  const vendor = vendorName(catalog.vendors, first.candidate.model.provider);
  const names = models.map((each) => each.name);
  const text = shutdown({ names, date, days: daysBetween(asOf, date), vendor });
  const next = replacement.value === null ? "" : `; ${named(vendor, replacement.value)}`;
  return { models: models.map((each) => each.id), date, message: `${text}${next}.` };
}

function unreleased({ compared, sheets }: TraitContext): ComparisonAlert[] {
  return compared
    .filter(({ candidate }) => (candidate.snapshot?.released ?? "9999") > sheets.asOf)
    .map(({ id, name }) => ({
      models: [id],
      date: null,
      message: `${name} was not released yet on ${sheets.asOf}: nothing is known of it on that day.`,
    }));
}
