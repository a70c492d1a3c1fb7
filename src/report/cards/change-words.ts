/** Changes in a few words: the thing that would change the answer, how far, and who it would be then. */
import { count, duration, index, money, multiple, percent } from "../../words/figures.ts";
import { lowered } from "../../words/sentences.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { movedBy } from "../../words/flips.ts";
import type { Flip } from "../../answers/recommendation/schema.ts";
import type { Child } from "../dom.ts";
import { nameElement, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";

/** `4o below 27,480`. */
export function conditionOf({ make, palette }: Pen, flip: Flip, answer: Answer): Child[] {
  const name = nameOf(flip.becomes, answer);
  return [
    make(
      "span",
      { class: `hued ${palette.classOf(flip.becomes)}` },
      nameElement(make, shortName(name)),
    ),
    " ",
    `${flip.direction} ${figureOf(flip)}`,
  ];
}

function figureOf({ parameter, now, at }: Flip): string {
  switch (movedBy(parameter).what) {
    case "workload.requestsPerMonth":
      return count(at);
    case "budget":
      return money(at);
    case "limits.waitSeconds":
      return duration(at);
    case "prices":
      return `${multiple(at)}× today's`;
    case "quality":
      return `${index(qualityIndex(at))} of 100${now === null ? "" : `, ${index(qualityIndex(now))} today`}`;
    default:
      return now === null || now === 0 ? multiple(at) : `${multiple(at / now)}×`;
  }
}

const CRITERION_WORDS: Record<string, string> = {
  cost: "cost",
  latency: "the wait",
  quality: "quality",
};

export function labelOf({ parameter }: Flip, answer: Answer): string {
  const { what, of } = movedBy(parameter);
  switch (what) {
    case "workload.requestsPerMonth":
      return "Requests a month";
    case "budget":
      return "Budget";
    case "limits.waitSeconds":
      return "Longest wait";
    case "prices":
      return `Price of ${shortName(nameOf(of, answer))}`;
    case "quality":
      return `Quality of ${shortName(nameOf(of, answer))} on your task`;
    default:
      return `How much ${CRITERION_WORDS[of] ?? of} counts`;
  }
}

/** Times today's value; null where that says nothing: no value today, or a scale without a zero. */
export function ratioOf({ parameter, now, at }: Flip): number | null {
  if (parameter.startsWith("quality.") || now === null || !(now > 0) || !(at > 0)) return null;
  return at / now;
}

/** From here on a change is told as a factor. */
const SMALL = 1.25;

export function findingOf(drawn: readonly Flip[], told: readonly Flip[], answer: Answer): string {
  const [nearest] = drawn;
  if (nearest === undefined) {
    const [first] = told;
    return first === undefined
      ? "No single change makes it another model"
      : `Only ${lowered(labelOf(first, answer))} could make it ${plainName(nameOf(first.becomes, answer))}`;
  }
  const ratio = ratioOf(nearest) ?? 1;
  const factor = Math.max(ratio, 1 / ratio);
  const by =
    factor < SMALL
      ? `a change of ${percent(factor - 1)}`
      : `a change by a factor of ${multiple(factor)}`;
  return `It would take ${by} to make it ${plainName(nameOf(nearest.becomes, answer))}`;
}

function nameOf(id: string, { decision }: Answer): string {
  return decision.sheets.find(id)?.candidate.name ?? id;
}
