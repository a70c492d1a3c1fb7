/** Alerts beside the bills: images that turn the order, shutdowns, limits that rest on assumptions. */
import type { Block } from "../../../format/document.ts";
import { shutdowns } from "../../../words/endings.ts";
import { dollars, exactMoney, list } from "../../../words/figures.ts";
import { fineTuningEnd } from "../../../words/findings.ts";
import { alike, sentence } from "../../../words/sentences.ts";
import type { WarningCode } from "../../recommendation/vocabulary.ts";
import { warningsTold } from "../../recommendation/warnings/index.ts";
import type { CostResult } from "../schema.ts";
import { reasonsTold } from "../summary.ts";
import { isBeside, sharedEnd } from "./bill-table.ts";
import { SPARE } from "./spare.ts";

const OF_AMOUNTS: readonly WarningCode[] = ["over-budget", "assumed-workload"];
const OF_EVIDENCE: readonly WarningCode[] = ["stale-fact", "secondary-source"];

export function alertsOf(result: CostResult): Block[] {
  const { warnings, bills, successor } = result;
  const of = (codes: readonly WarningCode[]) =>
    warningsTold(warnings.filter(({ code }) => codes.includes(code)));
  const told = reasonsTold(bills, result.totalRequests);
  const out = bills
    .filter(({ qualifies, status }) => status === "priced" && !qualifies)
    .flatMap(({ name, reasons }) =>
      reasons
        .filter(({ constraint }) => constraint !== "lifecycle.shutdown")
        .map(({ message }) => `${name} ${message}`)
        .filter((text) => !told.includes(text)),
    );
  const replacement = isBeside(result) || successor === null ? [] : [successor.message];
  return [
    ...alertsFrom(withErrors(result)),
    ...alertsFrom(of(["image-cost"])),
    // Beside a row of what is paid until the end, the end needs no line of its own.
    ...alertsFrom(sharedEnd(result) === null ? endingsOf(result) : []),
    ...alertsFrom(replacement, SPARE.successor),
    ...alertsFrom(fineTuningEnds(result)),
    ...alertsFrom([...new Set([...out, ...of(OF_AMOUNTS)])]),
    ...alertsFrom(of(OF_EVIDENCE), SPARE.evidence),
  ];
}

function alertsFrom(sentences: readonly string[], spare?: number): Block[] {
  const rest = spare === undefined ? {} : { spare };
  return sentences.map((text) => ({ kind: "alert", text: sentence(text), ...rest }));
}

/** The bill alone says nothing of what wrong answers cost. */
function withErrors({ errors }: CostResult): string[] {
  if (errors === null || errors.usdPerError === null || errors.cheapest === null) return [];
  const amounts = errors.models
    .toSorted((a, b) => (a.usdPerMonthWithErrors ?? 0) - (b.usdPerMonthWithErrors ?? 0))
    .map(({ name, usdPerMonthWithErrors }) => `${name} ${dollars(usdPerMonthWithErrors ?? 0)}`);
  const cheapest = errors.models.find(({ model }) => model === errors.cheapest)?.name ?? "";
  return amounts.length < 2
    ? []
    : [
        `with errors at ${exactMoney(errors.usdPerError)} each, by your own success rates, ${cheapest} is cheapest: ${list(amounts)} a month`,
      ];
}

/** What is true of several models is said once: `GPT-4o and GPT-4o mini: the last jobs …`. */
function fineTuningEnds({ warnings, asOf }: CostResult): string[] {
  const ends = warnings.flatMap(({ code, name = "", date, closedToNew = null }) =>
    code === "fine-tuning-closing" && date !== undefined
      ? [{ name, text: fineTuningEnd({ date, isClosed: date <= asOf, closedToNew }) }]
      : [],
  );
  return alike(ends, ({ text }) => text).map(
    (group) => `${list(group.map(({ name }) => name))}: ${group[0].text}`,
  );
}

/** Models that end on one day in one API are said together: `GPT-4o and GPT-4o mini shut down …`. */
function endingsOf({ warnings, asOf }: CostResult): string[] {
  const ends = warnings
    .filter(({ code }) => code === "shut-down" || code === "shutdown-announced")
    .map(({ name = "", date = "", vendor = null }) => ({ name, date, vendor }));
  const texts = shutdowns(ends, asOf);
  return texts.length === 0 ? [] : [texts.join("; ")];
}
