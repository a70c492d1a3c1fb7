/** The facts an answer hinges on, in words. */
import type { Hinge } from "../decision/hinges.ts";
import { qualityIndex } from "../facts/logits.ts";
import { decimal, index } from "./figures.ts";

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
