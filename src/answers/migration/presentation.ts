/**
 * A change of model for every format: screen, JSON, rows of a CSV, one sentence, decision record, calendar,
 * annotations.
 */
import type { Presentation, Annotation, CalendarEvent } from "../../format/presentation.ts";
import { endsOn } from "../../words/endings.ts";
import { sentence, shortened } from "../../words/sentences.ts";
import { migrationRecord } from "./record.ts";
import { changesNeeded } from "./request-changes.ts";
import type { Migration } from "./schema.ts";
import { migrationScreen } from "./screen/screen.ts";
import { migrationGrid } from "./screen/targets.ts";
import { changeText, SEVERITY_WORDS, whyNot } from "./screen/words.ts";

/** @param full everything there is to say, instead of one screen */
export function presentMigration(result: Migration, full: boolean): Presentation {
  return {
    data: () => result,
    document: () => migrationScreen(result, full),
    grid: () => migrationGrid(result),
    summary: () => migrationSummary(result),
    quiet: () => (result.recommendation === null ? [] : [result.recommendation.model]),
    record: () => Promise.resolve(migrationRecord(result)),
    annotations: () => migrationAnnotations(result),
    calendar: () => migrationEvents(result),
  };
}

/** A change of model as annotations of a workflow: the deadline, and each change of a request that fails or costs. */
export function migrationAnnotations({ from, targets, notThese }: Migration): Annotation[] {
  const [target] = targets;
  const title = `${from.model} → ${target?.model ?? "nothing"}`;
  const end: Annotation[] =
    from.shutdown === null
      ? []
      : [{ level: "warning", title: from.model, message: `${from.name} ${endsOn(from.shutdown)}` }];
  if (target === undefined) {
    const reasons = notThese.map((each): Annotation => ({
      level: "error",
      title,
      message: whyNot(each),
    }));
    return [...end, ...reasons];
  }
  return [
    ...end,
    ...changesNeeded(target.changes).map((change): Annotation => ({
      level: change.severity === "fails" ? "error" : "warning",
      title,
      message: `${SEVERITY_WORDS[change.severity]}: ${changeText(change)}`,
    })),
  ];
}

/** The days of a move as whole-day events. */
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

/** A change of model in one plain sentence of at most 200 characters. */
export function migrationSummary({ recommendation, from, notThese }: Migration): string {
  if (recommendation !== null) return shortened(recommendation.summary);
  const [first] = notThese;
  const why = first === undefined ? "" : `: ${whyNot(first)}`;
  return shortened(`Nothing takes over from ${from.name} as asked${why}.`);
}
