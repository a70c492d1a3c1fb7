/** The bills a command line asks for. */
import { billWorkload } from "../answers/cost/cost-result.ts";
import { candidatesOf } from "../decision/decision.ts";
import type { Need } from "../decision/need.ts";
import { normalisedRequirements } from "../question/index.ts";
import { readTotalRequests } from "../typed/count.ts";
import { readUsd } from "../typed/money.ts";
import { readSuccessRates } from "../typed/success-rate.ts";
import { readList } from "../typed/word.ts";
import type { CostResult } from "../answers/cost/schema.ts";
import { usageFailure } from "../schema/failure.ts";
import { knownModel } from "./known-model.ts";
import type { COST_OPTIONS } from "./options/cost.ts";
import type { OptionValues } from "../question/option.ts";
import type { Question } from "./question.ts";

type Options = OptionValues<typeof COST_OPTIONS>;

/** @throws Failure (usage) for unknown models, models named in two ways, and unreadable numbers */
export function billAsked(
  question: Question,
  models: readonly string[],
  options: Options,
): CostResult {
  const need = needAsked(question, models);
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

function needAsked({ need, catalog }: Question, models: readonly string[]): Need {
  if (models.length === 0) return need;
  if (need.models !== null || need.exclude.length > 0) {
    const advice = "name them once, as words or by --only and --exclude";
    throw usageFailure("says twice which models to bill", "cost", advice);
  }
  const ids = readList(models, "cost").map((typed) => knownModel(typed, catalog, "cost"));
  return { ...need, models: readList(ids, "cost") };
}

function successRatesOf(
  { success }: Options,
  need: Need,
  question: Question,
): Record<string, number> {
  if (success === undefined) return {};
  const billed = candidatesOf(need, question.sheets).map(({ id }) => id);
  const rates = readSuccessRates(success, "--success").map(({ name, value }) => {
    const id = knownModel(name, question.catalog, "--success");
    if (!billed.includes(id)) {
      throw usageFailure(
        `${id} is not among the models billed`,
        "--success",
        `they are ${billed.join(", ")}`,
      );
    }
    return [id, value] as const;
  });
  return Object.fromEntries(rates);
}
