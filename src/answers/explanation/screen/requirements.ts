/** Each hard requirement that was tested: what was asked, by whom, what the model has, and by which source. */
import { asStated, duration, exactMoney } from "../../../words/figures.ts";
import type { Explanation, TestedRequirement } from "../schema.ts";
import { type Block, linked, type Span, span, type Text } from "../../../format/document.ts";
import { assumedBlocks } from "./answer.ts";

const VERDICTS = { met: "met", failed: "FAILED", open: "open" } as const;

export function requirementBlocks(explanation: Explanation): Block[] {
  return [
    { kind: "heading", text: "Requirements" },
    {
      kind: "notes",
      rows: explanation.tested.map((test) => ({
        label: VERDICTS[test.status],
        text: textOf(test, explanation),
      })),
    },
    ...assumedBlocks(explanation),
  ];
}

function textOf(test: TestedRequirement, explanation: Explanation): Text {
  const { status, message, change } = test;
  const stated = test.originKind !== "default" && test.originKind !== "task";
  const asked = `${test.tests}${wanted(test)}${stated ? ` (${test.origin})` : ""}`;
  const met = [`${asked}: ${possessed(test)}`, ...sourcesOf(test, explanation), "."];
  if (status === "met") return met;
  const lever =
    change === null ? "Nothing you can change alters that." : `To change that: ${change}.`;
  return [
    ...met,
    span(status === "failed" ? "bad" : "warning", ` It ${message ?? ""}.`),
    ` ${lever}`,
  ];
}

/** What was asked for, where the name of the test does not say it already. */
function wanted({ required, unit, constraint }: TestedRequirement): string {
  if (required === true || required === null) return "";
  return constraint === "prices" ? ` (${String(required)})` : ` ${shown(required, unit)}`;
}

/** What a bare date means beside the day asked for. */
const DATES: Record<string, string> = {
  "lifecycle.released": "on ",
  "lifecycle.shutdown": "until ",
  availableUntil: "until ",
  "lifecycle.fineTuningCloses": "closed from ",
};
const DATE = /^\d{4}-\d\d-\d\d$/;

function possessed({ actual, unit, constraint }: TestedRequirement): string {
  if (actual === null) return "not known";
  const text = shown(actual, unit);
  return DATE.test(text) ? `${DATES[constraint] ?? ""}${text}` : text;
}

function shown(value: string | number | boolean, unit: string | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "USD") return exactMoney(value);
  if (unit === "s") return duration(value);
  return `${asStated(value)}${unit === null ? "" : ` ${unit}`}`;
}

/** The sources of facts that no other part of the account shows, with their days. */
function sourcesOf(test: TestedRequirement, { facts, sources }: Explanation): (string | Span)[] {
  const taken = test.facts.flatMap((path) => {
    const claims = facts.find((fact) => fact.path === path)?.claims ?? [];
    return claims.find(({ role }) => role === "taken") ?? [];
  });
  const once = new Map(taken.map((claim) => [`${claim.source}, ${claim.observed}`, claim]));
  if (once.size === 0) return [];
  const named = [...once.values()].flatMap(({ source, observed }, place) => [
    place === 0 ? "" : "; ",
    linked(source, sources[source]?.url),
    `, ${observed}`,
  ]);
  return [" [", ...named, "]"];
}
