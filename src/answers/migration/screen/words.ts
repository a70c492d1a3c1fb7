/** Words of a change of model that the screen, the record and the calendar share. */
import { type Feature, FEATURES, type Severity } from "../../../schema/vocabulary.ts";
import { dollars, list } from "../../../words/figures.ts";
import { endsOn } from "../../../words/endings.ts";
import { alike } from "../../../words/sentences.ts";
import type { NotTarget, RequestChange, Target } from "../schema.ts";

export const SEVERITY_WORDS: Record<Severity, string> = {
  fails: "fails",
  "changes-meaning": "changes meaning",
  "changes-price": "changes price",
  check: "check",
};

/** `gpt-5-mini ends on 2026-12-11, 34 days earlier`: the end where that is what counts, else every reason. */
export function whyNot(notTarget: NotTarget): string {
  const { model, reasons } = notTarget;
  return endsTooSoon(notTarget)
    ? endTold([notTarget])
    : `${model} ${reasons.map(({ message }) => message).join("; ")}`;
}

/** The ends of several models told once a day, then every other reason. */
export function whyNotAll(models: readonly NotTarget[]): string[] {
  return [
    ...alike(models.filter(endsTooSoon), ({ announcedEnd }) => announcedEnd ?? "").map(endTold),
    ...models.filter((each) => !endsTooSoon(each)).map(whyNot),
  ];
}

/** Of models that end on one day. */
function endTold(models: readonly [NotTarget, ...NotTarget[]]): string {
  const [{ announcedEnd, daysBeforeOldEnd: days }] = models;
  const ends = endsOn(announcedEnd ?? "", { isMany: models.length > 1 });
  const apart = days === null ? "" : `, ${distance(days)}`;
  return `${list(models.map(({ model }) => model))} ${ends}${apart}`;
}

function endsTooSoon({ reasons, announcedEnd }: NotTarget): boolean {
  return announcedEnd !== null && reasons.some(({ constraint }) => constraint === "availableUntil");
}

function distance(daysBefore: number): string {
  if (daysBefore === 0) return "the same day";
  const days = Math.abs(daysBefore);
  return `${days} day${days === 1 ? "" : "s"} ${daysBefore > 0 ? "earlier" : "later"}`;
}

/** `$25`, or the range where nobody can say how much output is billed. */
export function billOf({ usdPerMonth, low, high }: Target["cost"]): string {
  return low === high ? dollars(usdPerMonth) : `${dollars(low)} to ${dollars(high)}`;
}

/** `max_tokens: send max_completion_tokens …` */
export function changeText(change: RequestChange): string {
  return `${change.parameter}: ${adviceOf(change)}`;
}

/** For a parameter that is missing, what to send first. */
export function adviceOf(change: RequestChange): string {
  const { advice, disputed, unverified, whenOmitted, replacedBy } = change;
  const send = whenOmitted && replacedBy !== null ? `send ${replacedBy}; ` : "";
  const doubts = [
    ...(unverified ? ["unverified"] : []),
    ...(disputed ? ["another source disagrees"] : []),
  ];
  return `${send}${advice}${doubts.length === 0 ? "" : ` (${list(doubts)})`}`;
}

/** The first source and the day it was seen; the others stand in the JSON. */
export function sourceText({ evidence: [source = ""], observed }: RequestChange): string {
  return `${source}, ${observed}`;
}

/** What is not known of a target, by the requirement that asks for it. */
export function openWords({ open }: Target): string[] {
  return open.map(({ constraint }) => NEEDS.get(constraint) ?? constraint);
}

const NEEDS: ReadonlyMap<string, Feature> = new Map(
  FEATURES.map((feature) => [`needs.${feature}`, feature]),
);

/** `may qualify: quality is not known` */
export function verdictOf(target: Target): string {
  if (target.status === "qualifies") {
    return target.quality?.meetsBar === false ? "qualifies, short of the quality" : "qualifies";
  }
  const words = [...new Set(openWords(target))];
  return `may qualify: ${list(words)} unknown`;
}
