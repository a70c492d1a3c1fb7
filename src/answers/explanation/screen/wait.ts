/** The wait, from first token and speed, and what it is worth against the target. */
import type { Block } from "../../../format/document.ts";
import { asStated, decimal, list } from "../../../words/figures.ts";
import type { FactRecord, Explanation } from "../schema.ts";
import { figure, weightRows } from "./arithmetic.ts";

type WaitAccount = Explanation["latency"];

const MEASURES = {
  "full-answer": "to the complete answer",
  "first-sentence": "to the first sentence of a stream",
} as const;

export function waitBlocks({ latency, facts }: Explanation): Block[] {
  const alone = facts.filter(isFromOneMeasurer).map((fact) => fact.path);
  const widened = (path: string) =>
    alone.includes(path) ? "; one measurer alone, so the range is widened" : "";
  const averaged = (path: string) => averagedText(facts.find((fact) => fact.path === path));
  const { firstTokenSeconds: first, tokensPerSecond: speed, tokens, waitSeconds } = latency;
  const rows = [
    {
      label: "first token",
      text: `${shown(first.point)} s${averaged(FIRST_TOKEN)} (${span(first)}${widened(FIRST_TOKEN)})`,
    },
    {
      label: "speed",
      text: `${shown(speed.point)} tokens per second${averaged(SPEED)} (${span(speed)}${widened(SPEED)})`,
    },
    {
      label: "wait",
      text: `${shown(first.point)} + ${asStated(tokens)} tokens / ${shown(speed.point)} = ${figure(waitSeconds.point)} s ${MEASURES[latency.measure]}`,
    },
    {
      label: "range",
      text: `${decimal(waitSeconds.low)} to ${decimal(waitSeconds.high)} s: both figures at their fast ends, and at their slow ends`,
    },
    { label: "value", text: valueText(latency) },
    ...weightRows(latency),
  ];
  const guessed: Block[] =
    latency.missing.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            text: `Nobody in the catalog states ${list(latency.missing)}: a cautious guess stands in, worse than three of four models'.`,
          },
        ];
  return [{ kind: "heading", text: "Wait" }, { kind: "notes", rows }, ...guessed];
}

const FIRST_TOKEN = "speed.timeToFirstTokenSeconds";
const SPEED = "speed.outputTokensPerSecond";

function isFromOneMeasurer({ kind, claims }: FactRecord): boolean {
  const counted = claims.filter((claim) => claim.role !== "set-aside");
  return kind === "latency" && new Set(counted.map((claim) => claim.measurer)).size === 1;
}

/** Of a stale speed no single reading decides: what the point is the mean of. */
function averagedText(fact: FactRecord | undefined): string {
  const values = (fact?.claims ?? [])
    .filter((claim) => claim.role === "taken" || claim.role === "averaged")
    .flatMap(({ value }) => (typeof value === "number" ? [asStated(value)] : []));
  return fact?.pooled === true
    ? ` = (${values.join(" × ")})^(1/${values.length}), all old, so the geometric mean over who measured them`
    : "";
}

/** Claims have few digits; guesses and widened ends any number of them. */
function shown(value: number): string {
  const text = asStated(value);
  return text.length > 7 ? figure(value) : text;
}

function span({ low, high }: WaitAccount["waitSeconds"]): string {
  return `${shown(low)} to ${shown(high)}`;
}

function valueText({ waitSeconds, targetSeconds, zeroAtMultiple, value }: WaitAccount): string {
  if (targetSeconds === null) return "1: nobody waits for these answers";
  const anchors = `${asStated(targetSeconds)} s or less are worth 1, ${asStated(zeroAtMultiple)} times that is worth 0`;
  return waitSeconds.point <= targetSeconds
    ? `1: ${anchors}`
    : `1 − ln(${figure(waitSeconds.point)} / ${asStated(targetSeconds)}) / ln ${asStated(zeroAtMultiple)} = ${figure(value)}: ${anchors}`;
}
