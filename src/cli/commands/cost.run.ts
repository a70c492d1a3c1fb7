/** The work of `pick-model cost`: a workload billed on each model. */
import { billWorkload } from "../../answers/cost/cost-result.ts";
import { presentCost } from "../../answers/cost/presentation.ts";
import type { CostResult } from "../../answers/cost/schema.ts";
import { isUsable } from "../../answers/cost/summary.ts";
import { candidatesOf } from "../../decision/assessment.ts";
import type { Need } from "../../decision/need.ts";
import { ownSuccessRates } from "../../decision/own-results.ts";
import { normalisedRequirements } from "../../question/index.ts";
import type { OptionValues } from "../../question/option.ts";
import { usageFailure } from "../../schema/failure.ts";
import { readUsd } from "../../typed/money.ts";
import { readTotalRequests } from "../../typed/number.ts";
import { readSuccessRates } from "../../typed/success-rate.ts";
import { readList } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { COST_OPTIONS } from "../options/single-command.ts";
import type { Presented } from "../presented.ts";
import { knownModel, namedModels, readQuestion, type StatedQuestion } from "../question.ts";

type Options = OptionValues<typeof COST_OPTIONS>;

export async function present({
  operands,
  options,
  io,
}: Invocation<
  typeof QUESTION_OPTIONS & typeof COST_OPTIONS & typeof OUTPUT_OPTIONS
>): Promise<Presented> {
  const result = billOf(await readQuestion(options, io), operands, options);
  return {
    presentation: presentCost(result),
    exitCode: result.bills.some(isUsable) ? EXIT.answered : EXIT.no,
  };
}

/** @throws Failure (usage) for unknown models, models named in two ways, and unreadable numbers */
function billOf(question: StatedQuestion, models: readonly string[], options: Options): CostResult {
  const named = namedModels(models, question, "cost", "bill");
  const need =
    named === null ? question.need : { ...question.need, models: readList(named, "cost") };
  const { totalRequests, errorCost, compareTiers } = options;
  return billWorkload(need, question.sheets, {
    totalRequests:
      totalRequests === undefined ? null : readTotalRequests(totalRequests, "--total-requests"),
    compareTiers: compareTiers === true,
    usdPerError: errorCost === undefined ? null : readUsd(errorCost, "--error-cost"),
    successRates: successRatesOf(options, need, question),
    requirements: normalisedRequirements(need),
    version: question.recommendOptions.version,
  });
}

function successRatesOf(
  { success }: Options,
  need: Need,
  { sheets, catalog }: StatedQuestion,
): Record<string, number> {
  const candidates = candidatesOf(need, sheets);
  if (success === undefined) return ownSuccessRates(candidates, need, sheets);
  const billed = candidates.map(({ id }) => id);
  const rates = readSuccessRates(success, "--success").map(({ name, value }) => {
    const id = knownModel(name, catalog, "--success");
    if (!billed.includes(id)) {
      const advice = `they are ${billed.join(", ")}`;
      throw usageFailure(`${id} is not among the models billed`, "--success", advice);
    }
    return [id, value] as const;
  });
  return Object.fromEntries(rates);
}
