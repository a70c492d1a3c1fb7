/** Hints: what would serve the user better than the question as asked. */
import { estimateCost, isPriced } from "../../decision/cost.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { isStated } from "../../decision/need.ts";
import { isKnown } from "../../decision/own-results.ts";
import { valuedRequests } from "../../decision/values.ts";
import { qualityIndex } from "../../facts/logits.ts";
import {
  count,
  counted,
  duration,
  exactMoney,
  indexPair,
  list,
  money,
} from "../../words/figures.ts";
import type { Successor } from "./schema.ts";

type Hint = (decision: Decision, pick: RankedModel) => string | null;

export function hintsOf(decision: Decision, successor: Successor | null): string[] {
  const [pick] = decision.ranking;
  const always = [useCaseCaveat(decision), ...taskCaveats(decision)];
  const fitting =
    pick === undefined ? [rankSuccessor(successor)] : HINTS.map((hint) => hint(decision, pick));
  return [...fitting, ...always].filter((hint) => hint !== null);
}

/** Nothing qualifies, but what the vendor names next would. */
function rankSuccessor(successor: Successor | null): string | null {
  if (successor === null || successor.screen === "infeasible") return null;
  const { name, screen, blockedBy } = successor;
  const fit =
    screen === "feasible"
      ? `${name} meets these requirements`
      : `${name} may do, with ${counted(blockedBy.length, "point")} that no source confirms`;
  return `${fit}: add --include-successors to have it ranked and explained`;
}

/** With fewer requests than in the task's usual month the bills say little, and the price of an answer is judged. */
const belowTheUsualMonth: Hint = ({ ranking, need, sheets }) => {
  const { budget: constants } = sheets.catalog.levels;
  const { requestsPerMonth } = need.workload;
  const valued = valuedRequests(need, constants);
  if (ranking.length < 2 || requestsPerMonth >= valued) return null;
  if (need.budget.usdPerMonth === Infinity || need.weighting.weights.cost === 0) return null;
  const bills = ranking.map((model) => model.cost.usdPerMonth).toSorted((a, b) => b - a);
  const [dearest = 0, cheapest = 0] = [bills[0], bills.at(-1)];
  const volume = `At ${count(requestsPerMonth)} requests a month`;
  const month = `${valued < need.usualRequestsPerMonth ? "a month" : "the task's usual month"} of ${count(valued)} requests`;
  return dearest <= need.budget.usdPerMonth * constants.smallBillShare
    ? `${volume} ${bills.length > 2 ? "every" : "either"} bill is small: ${money(dearest)} against ${money(cheapest)}; judged by the price of an answer, as in ${month}`
    : `${volume} the bills are ${list(bills.map(money))}; the price of an answer is judged as in ${month}`;
};

const nobodyReachesTheBar: Hint = ({ ranking, need }) => {
  const abilities = ranking
    .filter(({ assessment }) => isKnown(assessment.quality))
    .map(({ assessment }) => assessment.quality.ability.point);
  const best = Math.max(...abilities);
  if (best >= need.quality.barLogits || abilities.length < 2) return null;
  const [bar, reached] = indexPair(qualityIndex(need.quality.barLogits), qualityIndex(best));
  return `No candidate reaches the quality asked for (${bar} of 100; the best is at ${reached}): test on your own data before you rely on any`;
};

const batchTier: Hint = ({ need }, pick) => {
  const { serviceTier } = need.workload;
  if (need.latency.targetSeconds < Infinity || serviceTier !== "standard") return null;
  const batch = estimateCost(
    pick.assessment.sheet,
    { ...need.workload, serviceTier: "batch" },
    { outputMultiple: pick.assessment.reasoning?.multiple.point ?? 1, ruleOf: () => null },
  );
  return isPriced(batch) && batch.usdPerMonth < pick.cost.usdPerMonth
    ? `Nobody waits for these answers: the Batch tier (--service-tier batch) does the same for ${money(batch.usdPerMonth)} a month instead of ${money(pick.cost.usdPerMonth)}`
    : null;
};

const streaming: Hint = ({ need, ranking }) => {
  const limit = need.limits.waitSeconds;
  if (limit === undefined || need.latency.measure === "first-sentence") return null;
  const helped = ranking.filter(
    ({ assessment: { wait } }) => wait.answer.point > limit && wait.firstSentence.point <= limit,
  );
  return helped.length === 0
    ? null
    : `The limit of ${duration(limit)} is on the complete answer; if users read along, --stream measures to the first sentence, which ${list(helped.map((model) => `${model.assessment.candidate.name} shows after ${duration(model.assessment.wait.firstSentence.point)}`))}`;
};

const caching: Hint = ({ need, sheets }, pick) => {
  const { inputTokens, cachedInputTokens } = need.workload;
  const cached = pick.cost.prices.cachedInput.value;
  const full = pick.cost.prices.input.value;
  const { worthwhileInputTokens } = sheets.catalog.levels.caching;
  if (cachedInputTokens > 0 || cached === null || full === null) return null;
  if (inputTokens.mean < worthwhileInputTokens * 2) return null;
  return `If your prompts share a prefix of ${count(worthwhileInputTokens)} tokens or more, cached input costs ${exactMoney(cached)} instead of ${exactMoney(full)} per million: state it with --cached-tokens`;
};

const worthStating: Hint = ({ need }) => {
  const fields = Object.keys(need.origins).filter((field) => field !== "asOf");
  return fields.some((field) => isStated(need, field))
    ? null
    : "Nothing was stated. What would settle it soonest: how good it has to be (--quality high), what it may cost (--budget low), and the kind of work (--task coding)";
};

const HINTS = [
  worthStating,
  nobodyReachesTheBar,
  belowTheUsualMonth,
  streaming,
  batchTier,
  caching,
] as const satisfies readonly Hint[];

function useCaseCaveat({ need, sheets }: Decision): string | null {
  const useCase = sheets.catalog.useCases.find((each) => each.id === need.useCase);
  return useCase?.caveat ?? null;
}

/** What the evidence cannot say about the work named; the default task was named by nobody. */
function taskCaveats({ need, sheets }: Decision): (string | null)[] {
  if (need.origins["task"]?.from === "default") return [];
  return need.tasks.map(
    ({ id }) => sheets.catalog.tasks.find((task) => task.id === id)?.caveat ?? null,
  );
}
