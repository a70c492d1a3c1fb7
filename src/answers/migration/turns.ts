/** Break-evens of a migration target: the point of some quantity from which it is, or is no longer, cheaper. */
import type { Assessment } from "../../decision/assessment.ts";
import { cacheMinimum, imageTokenFacts } from "../../decision/billed-input.ts";
import {
  type CostEstimate,
  estimateCost,
  isPriced,
  monthAtOutputMultiple,
} from "../../decision/cost.ts";
import type { NeedWorkload } from "../../decision/need.ts";
import { count, percent } from "../../words/figures.ts";
import type { Turn } from "./schema.ts";

/** The old model's assessment and the target's, both for this workload. */
export interface Move {
  from: Assessment;
  to: Assessment;
  workload: NeedWorkload;
}

const REFERENCE_IMAGE = { width: 1024, height: 1024, detail: "high", count: 1 } as const;

/** Figures that nobody could put into a request are no points: a share above 1, less than one token for a visible one. */
export function turnsOf(move: Move): Turn[] {
  return [outputMultipleTurn(move), cachedShareTurn(move), imagesTurn(move)].filter(
    (turn) => turn !== null,
  );
}

/** Hidden reasoning is billed as output: so many billed tokens a visible one cost as much as the old model. */
function outputMultipleTurn({ from, to, workload }: Move): Turn | null {
  if (!isPriced(from.cost) || !isPriced(to.cost)) return null;
  const at = outputMultipleAt(from.cost.usdPerMonth, to.cost, workload);
  if (at === null || at < 1) return null;
  return {
    of: "output-multiple",
    at,
    beyond: "dearer",
    message: `dearer than today above ${count(round(at))} billed tokens a visible one`,
  };
}

/** Billed tokens per visible output token at which a month costs so much; null where output costs nothing. */
export function outputMultipleAt(
  usdPerMonth: number,
  cost: CostEstimate,
  workload: NeedWorkload,
): number | null {
  const without = monthAtOutputMultiple(cost, workload, 0);
  const visible = monthAtOutputMultiple(cost, workload, 1) - without;
  return visible > 0 ? (usdPerMonth - without) / visible : null;
}

/** Share of the input that is read from the cache. */
function cachedShareTurn(move: Move): Turn | null {
  const input = move.workload.inputTokens.mean;
  const least = Math.max(cacheMinimum(move.from.sheet) ?? 0, cacheMinimum(move.to.sheet) ?? 0);
  if (input === 0 || input < least) return null;
  const at = crossing(move, (share) => ({ cachedInputTokens: share * input }));
  if (at === null || at.x >= 1) return null;
  return {
    of: "cached-share",
    at: at.x,
    beyond: at.beyond,
    message: `${at.beyond} than today where more than ${percent(at.x)} of the input is cached`,
  };
}

function imagesTurn(move: Move): Turn | null {
  const image = move.workload.images[0] ?? REFERENCE_IMAGE;
  if ("tokens" in image) return null;
  const at = crossing(move, (number) => ({
    images: number === 0 ? [] : [{ ...image, count: number }],
  }));
  if (at === null) return null;
  const size = `${image.width}x${image.height}`;
  return {
    of: "images",
    at: at.x,
    beyond: at.beyond,
    message: `${at.beyond} than today from ${count(Math.ceil(at.x))} images of ${size} a request`,
  };
}

/** Both bills are straight lines in the quantity: two points of each give where they cross, above 0. */
function crossing(
  { from, to, workload }: Move,
  changed: (quantity: number) => Partial<NeedWorkload>,
): { x: number; beyond: Turn["beyond"] } | null {
  const lead = (quantity: number): number | null => {
    const bills = [to, from].map(({ sheet, reasoning }) =>
      estimateCost(
        sheet,
        { ...workload, ...changed(quantity) },
        {
          outputMultiple: reasoning?.multiple.point ?? 1,
          ruleOf: () => imageTokenFacts(from.sheet),
        },
      ),
    );
    const [after, before] = bills;
    if (after === undefined || before === undefined || !isPriced(after) || !isPriced(before)) {
      return null;
    }
    return after.usdPerRequest - before.usdPerRequest;
  };
  const [none, one] = [lead(0), lead(1)];
  if (none === null || one === null || none === one) return null;
  const x = -none / (one - none);
  return x > 0 && Number.isFinite(x) ? { x, beyond: one > none ? "dearer" : "cheaper" } : null;
}

function round(multiple: number): number {
  return Number(multiple.toPrecision(3));
}
