/** Flips and hinges in words: what would change the answer, and the facts it turns on. */
import type { FlipPoint } from "../decision/flip-points.ts";
import type { Hinge } from "../decision/hinges.ts";
import { qualityIndex } from "../facts/logits.ts";
import { asStated, count, decimal, duration, index, money, multiple } from "./figures.ts";

type Change = Pick<FlipPoint, "parameter" | "now" | "at" | "direction">;
type NameOf = (modelId: string) => string;

/** What a parameter moves, and of which criterion or model: `prices` of `gpt-4o`; one of nothing in particular, whole. */
export function movedBy(parameter: string): { what: string; of: string } {
  const [, what = parameter, of = ""] =
    /^(weights|importance|prices|quality)\.(.+)$/.exec(parameter) ?? [];
  return { what, of };
}

/** `GPT-4o below 1,374 requests a month`. */
export function flipSentence(flip: FlipPoint, nameOf: NameOf): string {
  return `${nameOf(flip.becomes)} ${flipCondition(flip, nameOf)}`;
}

/** A change beside where things stand. */
export interface ShortChange {
  condition: string;
  /** Where its figure stands now; null where that says nothing to a reader. */
  now: string | null;
}

/** `first words within 0.98 s`, `fewer than 1,374 requests`, each with what is now: for a screen. */
export function shortChange(
  { parameter, now, at, direction }: Change,
  measure: "first-sentence" | "full-answer",
  nameOf: NameOf = (id) => id,
): ShortChange {
  const isAbove = direction === "above";
  const waited = measure === "first-sentence" ? "first words" : "full answers";
  const { what, of } = movedBy(parameter);
  const stands = (show: (value: number) => string) => (now === null ? null : show(now));
  switch (what) {
    case "importance":
      return {
        condition: `${of === "latency" ? "speed" : of} ${timesAsImportant(at / (now ?? 1))}`,
        now: null,
      };
    case "weights":
      return {
        condition: `${of === "latency" ? "speed" : of} at ${multiple(at * 100)} % of the weight`,
        now: null,
      };
    case "prices":
      return { condition: `${nameOf(of)} at ${multiple(at)} times its price`, now: null };
    case "quality":
      return {
        condition: `${nameOf(of)}'s quality ${direction} ${index(qualityIndex(at))}`,
        now: stands((logits) => index(qualityIndex(logits))),
      };
    case "workload.requestsPerMonth":
      return {
        condition: `${isAbove ? "more" : "fewer"} than ${count(at)} requests`,
        now: stands(count),
      };
    case "budget":
      return { condition: `budget ${direction} ${money(at)}`, now: stands(money) };
    case "limits.waitSeconds":
      return {
        condition: `${waited} ${isAbove ? "after more than" : "within"} ${duration(at)}`,
        now: stands(duration),
      };
    default:
      return { condition: `${parameter} ${direction} ${asStated(at)}`, now: stands(asStated) };
  }
}

const FRACTIONS = [
  "half",
  "a third",
  "a quarter",
  "a fifth",
  "a sixth",
  "a seventh",
  "an eighth",
  "a ninth",
  "a tenth",
];

/** `a quarter as important`, `2.1 times as important`. */
function timesAsImportant(times: number): string {
  const fraction = FRACTIONS[Math.round(1 / times) - 2];
  return fraction === undefined
    ? `${multiple(times)} times as important`
    : `${fraction} as important`;
}

/** `below 1,374 requests a month`, `if cost counts 2.1 times as much`. */
export function flipCondition({ parameter, now, at, direction }: Change, nameOf: NameOf): string {
  const { what, of } = movedBy(parameter);
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

interface Names {
  ofModel: (id: string) => string;
  ofBenchmark: (id: string) => string;
}

/** `GPT-4o would come first if the output speed of GPT-4o mini were below 41 tokens/s (taken as 53 tokens/s)`. */
export function hingeSentence(hinge: Hinge, names: Names): string {
  const { fact, threshold, now, unit } = hinge;
  const side = threshold > now ? "above" : "below";
  const published = hinge.claims
    .filter(({ inScope, changesPick }) => inScope && changesPick)
    .map(({ value }) => value);
  const others = published.length === 0 ? "" : `; published: ${[...new Set(published)].join(", ")}`;
  return (
    `${names.ofModel(hinge.becomes)} would come first if the ${called(fact, names)} of ${names.ofModel(hinge.model)} were ` +
    `${side} ${shown(threshold, unit)} (${isUnknown(hinge) ? "nobody published one; taken as a cautious" : "taken as"} ${shown(now, unit)}${others})`
  );
}

function isUnknown({ fact, claims }: Hinge): boolean {
  return fact.startsWith("benchmarks.") && claims.every(({ inScope }) => !inScope);
}

function called(fact: string, { ofBenchmark }: Names): string {
  switch (fact) {
    case "quality":
      return "quality on your own task";
    case "speed.outputTokensPerSecond":
      return "output speed";
    case "speed.timeToFirstTokenSeconds":
      return "time to first token";
    default:
      return `${ofBenchmark(fact.slice("benchmarks.".length))} result`;
  }
}

function shown(value: number, unit: Hinge["unit"]): string {
  switch (unit) {
    case "logit":
      return `${index(qualityIndex(value))} of 100`;
    case "tokens/s":
      return `${decimal(value, 0)} tokens/s`;
    case "s":
      return `${decimal(value)} s`;
    default:
      return decimal(value, 1);
  }
}
