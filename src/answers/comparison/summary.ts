/** The whole comparison in one plain sentence, and alerts above it: shutdowns, and models not released yet. */
import { type FactSheets, lifecycleFacts } from "../../facts/fact-sheets.ts";
import { daysBetween } from "../../schema/texts.ts";
import { shutdown, named, vendorName } from "../../words/endings.ts";
import { list } from "../../words/figures.ts";
import { alike, capitalised, isShort } from "../../words/sentences.ts";
import type { ComparisonAlert, ComparisonRow } from "./schema.ts";
import type { Compared, RowNamed, TraitContext } from "./trait.ts";

/** Drops what is least worth saying until the rest fits. */
export function summaryOf(context: TraitContext, rowNamed: RowNamed): string {
  const { compared } = context;
  const end = endingOf(compared);
  const price = leadOn(compared, rowNamed("cost"), (text) => `${text} per text token`);
  const quality = aheadOf(compared, rowNamed("accuracy"));
  const image = leadOn(compared, rowNamed("cost.image"), (text) => `${text} per image`);
  const strengths = [[price, quality, image], [price, quality], [price, image], [price], []].map(
    (parts) => merged(parts.flatMap((part) => part ?? [])),
  );
  const whole = strengths.map((strength) => joined([strength, end]));
  const fitting = whole.find((text) => text !== "" && isShort(text));
  if (fitting !== undefined) return fitting;
  const [alert] = alertsOf(context);
  if (alert !== undefined && isShort(alert.message)) return alert.message;
  const names = `Compared: ${list(compared.map((each) => each.name))}.`;
  return isShort(names) ? names : `Compared: ${compared.length} models.`;
}

interface Part {
  name: string;
  says: string;
}

/** `A is …. B is … and …`: one sentence a model. */
function merged(parts: readonly Part[]): string {
  return alike(parts, ({ name }) => name)
    .map((group) => `${group[0].name} is ${list(group.map(({ says }) => says))}`)
    .join(". ");
}

function joined(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== "").join(". ");
  return said === "" ? "" : `${said}.`;
}

function leadOn(
  compared: readonly Compared[],
  row: ComparisonRow | undefined,
  says: (text: string) => string,
): Part | null {
  const model = compared.find((each) => each.id === row?.favours);
  return model === undefined || !row?.difference
    ? null
    : { name: model.name, says: says(row.difference) };
}

function aheadOf(compared: readonly Compared[], tally: ComparisonRow | undefined): Part | null {
  const model = compared.find((each) => each.id === tally?.favours);
  const cell = tally?.cells[model?.id ?? ""];
  return model === undefined || cell === undefined
    ? null
    : { name: model.name, says: `ahead on ${cell.text} tests` };
}

function endingOf(compared: readonly Compared[]): string {
  const ends = compared.flatMap(({ name, sheet: { asOf }, sheet }) => {
    const day = lifecycleFacts(sheet).shutdown.value;
    return day === null ? [] : [{ name, day, asOf }];
  });
  return alike(ends, ({ day }) => day)
    .toSorted(([a], [b]) => (a.day < b.day ? -1 : 1))
    .map((group) => {
      const [{ day, asOf }] = group;
      const names = group.map(({ name }) => name);
      const everyone = names.length === compared.length && names.length > 1;
      return capitalised(
        shutdown({
          names,
          ...(everyone ? { called: names.length === 2 ? "both" : "all" } : {}),
          date: day,
          days: daysBetween(asOf, day),
          vendor: null,
        }),
      );
    })
    .join(". ");
}

/** Alerts above the comparison: shutdowns, and models not released yet. */
export function alertsOf(context: TraitContext): ComparisonAlert[] {
  return [...endings(context), ...unreleased(context)];
}

/** Models that share their last day and their successor share a sentence; the earliest day first. */
function endings({ compared, sheets }: TraitContext): ComparisonAlert[] {
  const keyOf = ({ sheet, candidate }: Compared) => {
    const { shutdown: end, replacement } = lifecycleFacts(sheet);
    return [end.value ?? "", replacement.value ?? "", candidate.model.provider].join(" ");
  };
  const ending = compared.filter(({ sheet }) => lifecycleFacts(sheet).shutdown.value !== null);
  return alike(ending, keyOf)
    .toSorted(([a], [b]) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((models) => endingTogether(models, sheets));
}

function endingTogether(
  models: readonly [Compared, ...Compared[]],
  { asOf, catalog }: FactSheets,
): ComparisonAlert {
  const [first] = models;
  const { shutdown: end, replacement } = lifecycleFacts(first.sheet);
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
