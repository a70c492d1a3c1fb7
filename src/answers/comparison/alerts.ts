/** What must be known before any table: who ends when, and who was not there yet. */
import type { ComparisonAlert } from "./schema.ts";
import { daysBetween } from "../../facts/calendar.ts";
import { list } from "../../words/figures.ts";
import { lifecycleFacts } from "../../facts/lifecycle.ts";
import type { Compared, TraitContext } from "./trait.ts";

export function alertsOf(context: TraitContext): ComparisonAlert[] {
  return [...endings(context), ...unreleased(context)];
}

/** Models that share their last day and their successor share a sentence; the earliest day first. */
function endings({ compared, sheets }: TraitContext): ComparisonAlert[] {
  const groups = new Map<string, Compared[]>();
  for (const each of compared) {
    const { shutdown, replacement } = lifecycleFacts(each.sheet);
    if (shutdown.value === null) continue;
    const key = [shutdown.value, replacement.value ?? "", each.candidate.model.provider].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, models]) => {
      const [first] = models;
      return first === undefined ? [] : [ending(models, first, sheets.asOf)];
    });
}

function ending(models: readonly Compared[], first: Compared, asOf: string): ComparisonAlert {
  const { shutdown, replacement } = lifecycleFacts(first.sheet);
  const date = shutdown.value ?? asOf;
  const days = daysBetween(asOf, date);
  const names = list(models.map((each) => each.name));
  const vendor = vendorName(first.candidate.model.provider);
  const verb =
    days < 0
      ? models.length > 1
        ? "were shut"
        : "was shut"
      : models.length > 1
        ? "shut"
        : "shuts";
  const successor =
    replacement.value === null ? "" : `; ${vendor} names ${replacement.value} as the replacement`;
  return {
    models: models.map((each) => each.id),
    date,
    message: `${names} ${verb} down in ${vendor}'s API on ${date}, ${when(days)}${successor}.`,
  };
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

function when(days: number): string {
  if (days === 0) return "today";
  if (days < 0) return `${-days} ${days === -1 ? "day" : "days"} ago`;
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

const VENDORS: Record<string, string> = { openai: "OpenAI" };

function vendorName(provider: string): string {
  return VENDORS[provider] ?? provider;
}
