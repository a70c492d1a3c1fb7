/** What a reader must know beside the bills: images that turn the order, endings, limits that rest on assumptions. */
import { daysBetween } from "../../../facts/calendar.ts";
import { daysAhead, dollars, exactMoney, list } from "../../../words/figures.ts";
import type { CostResult } from "../schema.ts";
import type { Warning } from "../../recommendation/schema.ts";
import type { WarningCode } from "../../recommendation/vocabulary.ts";

const OTHERS: readonly WarningCode[] = [
  "over-budget",
  "assumed-workload",
  "stale-fact",
  "secondary-source",
];

export function alertsOf(result: CostResult): string[] {
  const { warnings, bills, successor } = result;
  const of = (codes: readonly WarningCode[]) =>
    warnings.filter(({ code }) => codes.includes(code)).map(({ message }) => message);
  const ending = endingsOf(result);
  const out = bills
    .filter(({ qualifies, status }) => status === "priced" && !qualifies)
    .flatMap(({ name, reasons }) =>
      reasons
        .filter(({ constraint }) => constraint !== "lifecycle.shutdown")
        .map(({ message }) => `${name} ${message}`)
        .filter((text) => !result.summary.includes(text)),
    );
  const sentences = [
    ...withErrors(result),
    ...of(["image-cost"]),
    ...(ending === null ? [] : [ending]),
    ...(successor === null ? [] : [successor.message]),
    ...shared(result, "fine-tuning-closing"),
    ...out,
    ...of(OTHERS),
  ];
  return [...new Set(sentences)].map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
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
function shared({ warnings, bills }: CostResult, code: WarningCode): string[] {
  const parts = warnings
    .filter((warning) => warning.code === code)
    .map(({ model, message }) => {
      const name = bills.find((bill) => bill.model === model)?.name ?? "";
      return { name, text: message.replace(`${name}: `, "") };
    });
  return [...new Set(parts.map(({ text }) => text))].map((text) => {
    const names = parts.filter((part) => part.text === text).map(({ name }) => name);
    return `${list(names)}: ${text}`;
  });
}

/** Models that end on one day are said together: `GPT-4o and GPT-4o mini shut down …`. */
function endingsOf({ warnings, bills, asOf }: CostResult): string | null {
  const endings = warnings.filter(
    ({ code }) => code === "shut-down" || code === "shutdown-announced",
  );
  const days = [...new Set(endings.map(({ date }) => date ?? ""))];
  const nameOf = ({ model }: Warning) =>
    bills.find((bill) => bill.model === model)?.name ?? model ?? "";
  const parts = days.map((day) => {
    const names = endings.filter(({ date }) => date === day).map(nameOf);
    const left = daysBetween(asOf, day);
    const many = names.length > 1;
    return left < 0
      ? `${list(names)} ${many ? "were" : "was"} shut down in OpenAI's API on ${day}, ${-left} days ago`
      : `${list(names)} ${many ? "shut" : "shuts"} down in OpenAI's API on ${day}, ${daysAhead(left)}`;
  });
  return parts.length === 0 ? null : parts.join("; ");
}
