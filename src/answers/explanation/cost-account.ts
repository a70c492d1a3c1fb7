/** The bill of one model, so that it can be added up again: lines, month, value, weight, contribution. */
import { type BilledImages, imageTokenFacts } from "../../decision/billed-input.ts";
import { type CostEstimate, figuresOf, isPriced } from "../../decision/cost.ts";
import type { Decision } from "../../decision/decision.ts";
import { PER_UNITS } from "../../decision/priced-items.ts";
import { floorRequests, valuedRequests } from "../../decision/values.ts";
import { costNote } from "../../words/workload.ts";
import type { Explanation } from "./schema.ts";
import { weightAccount } from "./score-account.ts";
import type { Subject } from "./subject.ts";

type CostAccount = NonNullable<Explanation["cost"]>;

export function costAccount(subject: Subject, decision: Decision): CostAccount | null {
  const { cost, reasoning } = subject.screened.assessment;
  if (!isPriced(cost) || subject.valued === null) return null;
  const { workload } = decision.need;
  const budget = decision.anchors.budgetUsdPerMonth;
  const constants = decision.sheets.catalog.levels.budget;
  return {
    lines: cost.lines.map((line) => {
      const { item, quantity, unit, price, usd } = figuresOf(line);
      const perUnits = PER_UNITS[unit];
      return {
        item,
        quantity,
        unit,
        usd: price,
        perUnits,
        usdPerRequest: usd,
        fact: line.fact.path,
      };
    }),
    images: cost.images.map((image) => imageAccount(image, subject)),
    outputMultiple: reasoning?.multiple.point ?? 1,
    usdPerRequest: cost.usdPerRequest,
    requestsPerMonth: workload.requestsPerMonth,
    usdPerMonth: cost.usdPerMonth,
    usualRequestsPerMonth: decision.need.usualRequestsPerMonth,
    usualMonthAnchorUsd: decision.need.budget.word === null ? constants.usualMonthAnchorUsd : null,
    floorRequestsPerMonth: floorRequests(decision.need, constants),
    valuedRequestsPerMonth: valuedRequests(decision.need, constants),
    valuedUsdPerMonth: subject.valued.attributes.cost.point,
    training: trainingOf(cost, decision),
    budgetUsdPerMonth: Number.isFinite(budget) ? budget : null,
    notes: cost.notes.map((note) => costNote(note, subject.screened.assessment.candidate.name)),
    formula: formulaOf(subject.valued.attributes.cost.point, budget),
    value: subject.valued.values.cost,
    weight: weightAccount(decision.need, "cost"),
    contribution: subject.valued.contributions.cost,
  };
}

function formulaOf(valuedUsdPerMonth: number, budget: number): string {
  if (budget === Infinity) return "1";
  return valuedUsdPerMonth <= budget
    ? "1 - valuedUsdPerMonth / budgetUsdPerMonth"
    : "-ln(valuedUsdPerMonth / budgetUsdPerMonth)";
}

function imageAccount(
  { image, count, tokensEach, tiling, patching }: BilledImages,
  subject: Subject,
) {
  const { base, perTile, patches } = imageTokenFacts(subject.screened.assessment.sheet);
  return {
    image:
      "tokens" in image
        ? `${image.tokens} tokens on ${image.countedOn}`
        : `${image.width}x${image.height}:${image.detail}`,
    count,
    tiles: tiling?.tiles ?? null,
    baseTokens: base.value,
    tokensPerTile: perTile.value,
    patches: patching?.patches ?? null,
    tokensPerPatch: patches.multiplier.value,
    tokensEach,
  };
}

function trainingOf(cost: CostEstimate, { need }: Decision): CostAccount["training"] {
  const price = cost.trainingPrice?.value;
  if (price === null || price === undefined) return null;
  const { trainingTokens, epochs } = need.workload;
  return { tokens: trainingTokens, epochs, usdPerMillionTokens: price, usdOnce: cost.usdOnce };
}
