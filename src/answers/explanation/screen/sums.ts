/** The sums of an account in a line each: the bill, the wait, the quality, and what each is worth. */
import { qualityIndex } from "../../../facts/logits.ts";
import type { Note } from "../../../format/document.ts";
import {
  asStated,
  counted,
  dollars,
  duration,
  durationSpan,
  exactMoney,
  index,
  money,
  percent,
} from "../../../words/figures.ts";
import type { Explanation } from "../schema.ts";
import { ownPassed } from "./quality.ts";
import { criterionName, decimals } from "./score.ts";

/** Units of a price, by how many it is for. */
const PER: Readonly<Record<number, string>> = { 1_000_000: "1M", 1000: "1,000" };
const DIGITS = 2;

export function sumNotes(explanation: Explanation): Note[] {
  const { cost, unpriced, name } = explanation;
  const bill =
    cost === null
      ? `${name} cannot be priced: no source states ${unpriced.join(", ") || "a price here"}`
      : `${billSum(cost)} = ${exactMoney(cost.usdPerRequest)} a request, × ${asStated(cost.requestsPerMonth)} requests = ${dollars(cost.usdPerMonth)}${judgedAs(cost)}`;
  return [
    { label: "Bill", text: bill },
    { label: waitLabel(explanation), text: waitSum(explanation) },
    { label: "Quality", text: qualitySum(explanation) },
  ];
}

/** Of few requests the price of an answer is judged: the bill of a month in which errors scale with it. */
function judgedAs(cost: NonNullable<Explanation["cost"]>): string {
  const { requestsPerMonth, valuedRequestsPerMonth, valuedUsdPerMonth } = cost;
  return valuedRequestsPerMonth > requestsPerMonth
    ? `; judged by the price of an answer, as ${dollars(valuedUsdPerMonth)} in a month of ${asStated(valuedRequestsPerMonth)}`
    : "";
}

/** `(1,000 × $0.15 + 300 × $0.60) / 1M`. */
function billSum({ lines }: NonNullable<Explanation["cost"]>): string {
  const units = [...new Set(lines.map(({ perUnits }) => perUnits))];
  return units
    .map((perUnits) => {
      const terms = lines
        .filter((line) => line.perUnits === perUnits)
        .map(({ quantity, usd }) => `${asStated(quantity)} × ${exactMoney(usd)}`);
      return `(${terms.join(" + ")}) / ${PER[perUnits] ?? asStated(perUnits)}`;
    })
    .join(" + ");
}

function waitLabel({ latency }: Explanation): string {
  return latency.measure === "first-sentence" ? "First words" : "Full answer";
}

function waitSum({ latency }: Explanation): string {
  const { firstTokenSeconds, tokens, tokensPerSecond, waitSeconds, missing } = latency;
  const { low, point, high } = waitSeconds;
  const guess = missing.length === 0 ? "" : "; nobody measured it, a cautious guess stands in";
  return `${duration(firstTokenSeconds.point)} + ${asStated(tokens)} tokens at ${oneDecimal(tokensPerSecond.point)} a second = ${duration(point)} (${durationSpan(low, high)})${guess}`;
}

function oneDecimal(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}

function qualitySum({ quality, requirements }: Explanation): string {
  const { benchmarks, index: scale, abilityFrom, own, complexityShift: shift } = quality;
  const range = `${index(scale.point)} (${index(scale.low)} to ${index(scale.high)})`;
  const task = typeof requirements.task === "string" ? `${requirements.task} work` : "this work";
  const judged = shift === null ? "" : `, judged as ${shift.asked} work (usually ${shift.usual})`;
  const mine = own === null ? "" : `${ownPassed(own)}, ${percent(own.weight)} of it; `;
  if (abilityFrom === "prior" && own === null) {
    return `no test of ${task}: a cautious guess of ${range}`;
  }
  const tests = benchmarks.length === 0 ? "no public test" : counted(benchmarks.length, "test");
  return `${mine}${tests} of ${task} on one scale${judged} = ${range}`;
}

/** How each figure becomes a value, with the model's own figures, and where the weights come from. */
export function valueNotes({ cost, latency, quality }: Explanation): Note[] {
  const { bar, logitsToZero } = quality;
  const zero = index(qualityIndex(bar.logits - logitsToZero));
  const weights = [cost, latency, quality].flatMap((account) =>
    account === null
      ? []
      : [
          `${account.weight.setBy}${account.weight.assumed ? " (assumed)" : ""} ${asStated(rounded(account.weight.importance))}`,
        ],
  );
  return [
    ...(cost === null ? [] : [{ label: "cost", text: costValue(cost) }]),
    { label: criterionName("latency", latency.measure), text: waitValue(latency) },
    {
      label: "quality",
      text: `1 from ${index(bar.index)}, 0 at ${zero}; ${index(quality.index.point)}: ${decimals(quality.value)}`,
    },
    { label: "weights", text: weights.join(", ") },
  ];
}

/** Importances that come from an order have no end of digits. */
function rounded(importance: number): number {
  return Number(importance.toFixed(DIGITS));
}

function costValue({
  valuedUsdPerMonth: valued,
  valuedRequestsPerMonth: requests,
  requestsPerMonth,
  budgetUsdPerMonth: budget,
  value,
}: NonNullable<Explanation["cost"]>): string {
  if (budget === null) return "1, as the budget is unlimited";
  const [own, whole] = [money(valued), money(budget)];
  // With fewer requests than in a usual month an answer is priced as in that month.
  const as = requests > requestsPerMonth ? `, valued as ${asStated(requests)} requests` : "";
  return valued <= budget
    ? `1 − bill / budget; 1 − ${own} / ${whole} = ${decimals(value)}${as}`
    : `−ln(bill / budget) over the budget; −ln(${own} / ${whole}) = ${decimals(value)}${as}`;
}

function waitValue({
  waitSeconds,
  targetSeconds,
  zeroAtMultiple,
  value,
}: Explanation["latency"]): string {
  if (targetSeconds === null) return "1, as nobody waits";
  const zero = duration(targetSeconds * zeroAtMultiple);
  return `1 up to ${duration(targetSeconds)}, 0 at ${zero}; ${duration(waitSeconds.point)}: ${decimals(value)}`;
}
