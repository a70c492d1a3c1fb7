/** What would change the answer, in words. */
import type { FlipPoint } from "../decision/flip-points.ts";
import { qualityIndex } from "../facts/logits.ts";
import { asStated, count, decimal, duration, index, money, multiple } from "./figures.ts";

type Change = Pick<FlipPoint, "parameter" | "now" | "at" | "direction">;
type NameOf = (modelId: string) => string;

/** `GPT-4o below 1,374 requests a month`. */
export function flipSentence(flip: FlipPoint, nameOf: NameOf): string {
  return `${nameOf(flip.becomes)} ${flipCondition(flip, nameOf)}`;
}

/** `below 1,374 requests a month`, `if cost counts 2.1 times as much`. */
export function flipCondition({ parameter, now, at, direction }: Change, nameOf: NameOf): string {
  const [, what = parameter, of = ""] =
    /^(weights|importance|prices|quality)\.(.+)$/.exec(parameter) ?? [];
  const isAbove = direction === "above";
  switch (what) {
    case "workload.requestsPerMonth":
      return `${direction} ${count(at)} requests a month`;
    case "budget":
      return `with a budget ${direction} ${money(at)} a month`;
    case "limits.waitSeconds":
      return `if the typical wait must stay ${direction} ${duration(at)}`;
    case "weights":
      return `if ${of} has ${isAbove ? "more" : "less"} than ${multiple(at * 100)} % of the weight`;
    case "importance":
      return `if ${of} counts ${isAbove ? "" : "only "}${multiple(at / (now ?? 1))} times as much`;
    case "prices":
      return `if the price of ${nameOf(of)} ${isAbove ? "rose above" : "fell below"} ${multiple(at)} times today's`;
    case "quality":
      return `if the quality of ${nameOf(of)} on your task is ${direction} ${index(qualityIndex(at))} of 100 (${decimal(at)} logits; estimated ${index(qualityIndex(now ?? 0))})`;
    default:
      return `with ${parameter} ${direction} ${asStated(at)}`;
  }
}
