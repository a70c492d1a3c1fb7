/** Where the answer falls short of what was asked for, or rests on a workload nobody stated. */
import type { Warning } from "../schema.ts";
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { count, duration, index, list, money } from "../../../words/figures.ts";
import { imageSurprises } from "../image-surprise.ts";
import { qualityIndex } from "../../../facts/logits.ts";

export function fitWarnings(decision: Decision): Warning[] {
  return [
    ...imageCost(decision),
    ...decision.ranking.flatMap((model) => [
      ...overBudget(model, decision),
      ...belowBar(model, decision),
      ...straddlesLimit(model, decision),
      ...tightContext(model, decision),
    ]),
    ...assumedWorkload(decision),
  ];
}

function overBudget(model: RankedModel, { need }: Decision): Warning[] {
  const { word, usdPerMonth } = need.budget;
  // An amount is a hard limit: what exceeds it is excluded, or open for want of a volume, and said there.
  if (word === null || model.cost.usdPerMonth <= usdPerMonth) return [];
  return [
    {
      code: "over-budget",
      model: model.id,
      message: `${nameOf(model)} costs ${money(model.cost.usdPerMonth)} a month, over the ${word} budget of ${money(usdPerMonth)}`,
    },
  ];
}

function belowBar(model: RankedModel, { need }: Decision): Warning[] {
  const { barLogits, word } = need.quality;
  const ability = model.attributes.quality.point;
  if (ability >= barLogits) return [];
  return [
    {
      code: "below-bar",
      model: model.id,
      message: `${nameOf(model)} is estimated at quality ${index(qualityIndex(ability))}, short of the ${index(qualityIndex(barLogits))} that ${word} quality asks of ${need.complexity} work`,
    },
  ];
}

function straddlesLimit(model: RankedModel, { need }: Decision): Warning[] {
  const limit = need.limits.waitSeconds;
  const { low, point, high } = model.attributes.latency;
  if (limit === undefined || !(low <= limit && limit < high)) return [];
  return [
    {
      code: "wait-straddles-limit",
      model: model.id,
      message: `${nameOf(model)} typically takes ${duration(point)}, but measurements range from ${duration(low)} to ${duration(high)}, across your limit of ${duration(limit)}`,
    },
  ];
}

function tightContext(model: RankedModel, { need, sheets }: Decision): Warning[] {
  const { assessment } = model;
  const window = assessment.limits.context.value;
  const { inputTokens, outputTokens } = need.workload;
  const text = inputTokens.max + outputTokens.max;
  const needed = Math.max(text + assessment.imageTokensInContext, need.limits.contextTokens ?? 0);
  if (window === null) return [];
  const { tightContextFactor } = sheets.catalog.levels.decision;
  const images = assessment.imageTokensBilled - assessment.imageTokensInContext;
  if (needed * tightContextFactor <= window && text + images <= window) return [];
  const uncounted =
    images > 0 ? `; whether ${count(images)} image tokens also count is not documented` : "";
  return [
    {
      code: "tight-context",
      model: model.id,
      message: `${count(needed)} of the ${count(window)} tokens of ${nameOf(model)}'s context window are used${uncounted}`,
    },
  ];
}

function imageCost({ ranking, sheets }: Decision): Warning[] {
  // Every pair is looked at: of very many models the first must do.
  const first = ranking.slice(0, sheets.catalog.levels.sampling.modelsAtMost);
  return imageSurprises(
    first.map((model) => ({ id: model.id, name: nameOf(model), cost: model.cost })),
  );
}

/** Limits tested against assumed figures, with what the limit buys on each model. */
function assumedWorkload({ ranking, need }: Decision): Warning[] {
  const open = ranking.flatMap((model) =>
    model.screened.open
      .filter((violation) => violation.assumedWorkload)
      .map((violation) => ({ model, violation })),
  );
  const limit = need.limits.usdPerMonth;
  const overLimit = open.filter(({ violation }) => violation.constraint === "limits.usdPerMonth");
  const bought = ranking.map((model, place) => {
    const { usdPerRequest } = model.cost;
    const volume =
      usdPerRequest === 0 ? "any number of" : count(Math.floor((limit ?? 0) / usdPerRequest));
    const noun = place === 0 || usdPerRequest === 0 ? " requests" : "";
    return `${volume}${noun}${place === 0 ? " a month" : ""} on ${nameOf(model)}`;
  });
  const inverse: Warning[] =
    limit === undefined || overLimit.length === 0
      ? []
      : [
          {
            code: "assumed-workload",
            message: `you named a limit but no volume: ${money(limit)} buys ${list(bought)}; at the ${count(need.workload.requestsPerMonth)} assumed, ${list(
              overLimit.map(
                ({ model }) => `${nameOf(model)} costs ${money(model.cost.usdPerMonth)}`,
              ),
            )}`,
          },
        ];
  return [
    ...inverse,
    ...open
      .filter(({ violation }) => violation.constraint !== "limits.usdPerMonth")
      .map(({ model, violation }): Warning => ({
        code: "assumed-workload",
        model: model.id,
        message: `${nameOf(model)} ${violation.message}, on a workload nobody stated${violation.change === null ? "" : `: ${violation.change}`}`,
      })),
  ];
}

function nameOf(model: RankedModel): string {
  return model.assessment.candidate.name;
}
