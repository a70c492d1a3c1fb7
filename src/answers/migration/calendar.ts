/** The days of a move as whole-day events. */
import type { CalendarEvent } from "../../format/presentation.ts";
import { sentence } from "../../words/sentences.ts";
import { changesNeeded } from "./request-changes.ts";
import type { Migration } from "./schema.ts";
import { changeText, SEVERITY_WORDS } from "./screen/words.ts";

export function migrationEvents(result: Migration): CalendarEvent[] {
  const { from, targets, plan } = result;
  const [target] = targets;
  const to = target === undefined ? "" : ` to ${target.name}`;
  const steps = plan.map(({ date, step, because, daysBefore }): CalendarEvent => ({
    id: `${from.model}-${daysBefore}-days-before`,
    date,
    title: `${from.name}${to}: ${step}`,
    description: sentence(because),
  }));
  const closings = from.closesBefore.map(({ what, date, evidence }): CalendarEvent => ({
    id: `${from.model}-closes-${date}`,
    date,
    title: `${from.vendor} closes ${what}`,
    description: `Source: ${evidence.join(", ")}.`,
  }));
  const changes = target === undefined ? [] : changesNeeded(target.changes);
  const end: CalendarEvent[] =
    from.shutdown === null
      ? []
      : [
          {
            id: `${from.model}-ends`,
            date: from.shutdown,
            title: `${from.name}: last day in ${from.vendor}'s API`,
            description: changes
              .map((change) => `${SEVERITY_WORDS[change.severity]}: ${changeText(change)}`)
              .join("\n"),
          },
        ];
  return [...closings, ...steps, ...end].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}
