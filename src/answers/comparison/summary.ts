/** The whole comparison in one plain sentence. */
import { list } from "../../words/figures.ts";
import { daysBetween } from "../../facts/calendar.ts";
import { shutdown } from "../../words/endings.ts";
import { capitalised, isShort } from "../../words/sentences.ts";
import { lifecycleFacts } from "../../facts/lifecycle.ts";
import { alertsOf } from "./alerts.ts";
import type { Compared, TraitContext, TraitRow } from "./trait.ts";

/** Drops what is least worth saying until the rest fits. */
export function summaryOf(context: TraitContext, rows: readonly TraitRow[]): string {
  const { compared } = context;
  const ending = endingOf(compared);
  const price = leadOn(compared, rows, "cost", (text) => `${text} per text token`);
  const quality = aheadOf(compared, rows);
  const image = leadOn(compared, rows, "cost.image", (text) => `${text} per image`);
  const strengths = [[price, quality, image], [price, quality], [price, image], [price], []].map(
    (parts) => merged(parts.flatMap((part) => part ?? [])),
  );
  const whole = strengths.map((strength) => joined([strength, ending]));
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
  const names = [...new Set(parts.map((part) => part.name))];
  return names
    .map((name) => {
      const says = parts.filter((part) => part.name === name).map((part) => part.says);
      return `${name} is ${list(says)}`;
    })
    .join(". ");
}

function joined(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== "").join(". ");
  return said === "" ? "" : `${said}.`;
}

function leadOn(
  compared: readonly Compared[],
  rows: readonly TraitRow[],
  trait: string,
  says: (text: string) => string,
): Part | null {
  const difference = rows.find((row) => row.trait === trait)?.difference;
  const model = compared.find((each) => each.id === difference?.favours);
  return model === undefined || !difference
    ? null
    : { name: model.name, says: says(difference.text) };
}

function aheadOf(compared: readonly Compared[], rows: readonly TraitRow[]): Part | null {
  const tally = rows.find((row) => row.trait === "accuracy");
  const model = compared.find((each) => each.id === tally?.difference?.favours);
  const cell = tally?.cells.get(model?.id ?? "");
  return model === undefined || cell === undefined
    ? null
    : { name: model.name, says: `ahead on ${cell.text} tests` };
}

function endingOf(compared: readonly Compared[]): string {
  const namesByDay = new Map<string, string[]>();
  for (const { name, sheet } of compared) {
    const day = lifecycleFacts(sheet).shutdown.value;
    if (day !== null) namesByDay.set(day, [...(namesByDay.get(day) ?? []), name]);
  }
  return [...namesByDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, names]) => {
      const everyone = names.length === compared.length && names.length > 1;
      const asOf = compared[0]?.sheet.asOf ?? day;
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
