/** Acceptances and own choices of a lock: whether each still holds, and what fails all the same. */
import { isoDate, type IsoDate } from "../../schema/scalars.ts";
import { daysBetween } from "../../schema/texts.ts";
import { MOST_DAYS_ACCEPTED } from "./policy.ts";
import type { CheckFinding, Acceptance, Lock, OwnDecision } from "./schema.ts";

/** Why a day no longer counts; null while it does. Its last day counts. */
export function lapseOf(day: string, asOf: IsoDate, mostDays = Infinity): string | null {
  if (!isoDate.safeParse(day).success) return `'${day}' is no date`;
  if (day < asOf) return `it ended on ${day}`;
  return daysBetween(asOf, day) > mostDays ? `${day} is more than ${mostDays} days ahead` : null;
}

/** The team's own choice while it holds. */
export function ownDecisionOf({ decision }: Lock, asOf: IsoDate): OwnDecision | null {
  if (decision === undefined) return null;
  const { until } = decision;
  return until === undefined || lapseOf(until, asOf) === null ? decision : null;
}

/** Lapsed choices and acceptances by name: silence would look like consent. */
export function lapsesOf(lock: Lock, asOf: IsoDate): CheckFinding[] {
  const { decision, accepted = [] } = lock;
  const until = decision?.until;
  const ended = until === undefined ? null : lapseOf(until, asOf);
  return [
    ...(decision === undefined || ended === null
      ? []
      : [
          {
            code: "decision-lapsed" as const,
            level: "warning" as const,
            cause: "time" as const,
            model: decision.model,
            message: `the choice of ${decision.model} by ${decision.by} no longer counts: ${ended}`,
          },
        ]),
    ...accepted.flatMap((each): CheckFinding[] => {
      const lapse = lapseOf(each.expires, asOf, MOST_DAYS_ACCEPTED);
      if (lapse === null) return [];
      const { code, model, by } = each;
      const what = `${code}${model === undefined ? "" : ` of ${model}`}`;
      return [
        {
          code: "acceptance-lapsed",
          level: "warning",
          cause: "time",
          ...(model === undefined ? {} : { model }),
          message: `${what}, accepted by ${by}, no longer passes: ${lapse}`,
        },
      ];
    }),
  ];
}

/** What keeps a lock from passing: a failure that nobody accepted, of a cause that is not ignored. */
export function isFailing({ level, passes }: CheckFinding): boolean {
  return level === "failure" && passes === undefined;
}

/** The acceptance under which a finding passes, if there is one. */
export function acceptanceOf(
  { code, model }: Pick<CheckFinding, "code" | "model">,
  { accepted = [] }: Lock,
  asOf: IsoDate,
): Acceptance | undefined {
  return accepted.find(
    (each) =>
      each.code === code &&
      (each.model === undefined || each.model === model) &&
      lapseOf(each.expires, asOf, MOST_DAYS_ACCEPTED) === null,
  );
}
