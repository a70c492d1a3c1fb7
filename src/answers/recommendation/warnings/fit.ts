/** Warnings of misfit: over budget, below the bar, a tight window, dear images, a workload nobody stated. */
import { wholeRequestsFor, type CostEstimate, figuresOf } from "../../../decision/cost.ts";
import { type Decision, explainedOf, type RankedModel } from "../../../decision/decision.ts";
import { isKnown } from "../../../decision/own-results.ts";
import { unconfirmed } from "../../../decision/screening.ts";
import type { Finding } from "../../../words/findings.ts";
import {
  requirementAsked,
  requirementChange,
  requirementMessage,
} from "../../../words/requirement-sentences.ts";

export function fitFindings(
  decision: Decision,
  told: readonly RankedModel[] = explainedOf(decision),
): Finding[] {
  return [
    ...unconfirmedNeeds(decision),
    ...imageCost(told),
    ...told.flatMap((model) => [
      ...overBudget(model, decision),
      ...belowBar(model, decision),
      ...straddlesLimit(model, decision),
      ...tightContext(model, decision),
    ]),
    ...assumedWorkload(decision, told),
  ];
}

function unconfirmedNeeds({ ranking: [pick], need }: Decision): Finding[] {
  if (pick === undefined) return [];
  return unconfirmed(pick.screened).map((check) => ({
    code: "unconfirmed-need",
    model: pick.id,
    name: nameOf(pick),
    asked: requirementAsked(check, need),
  }));
}

function overBudget(model: RankedModel, { need }: Decision): Finding[] {
  const { word, usdPerMonth } = need.budget;
  // An amount is a hard limit: what exceeds it is excluded, or open for want of a volume, and said there.
  if (word === null || model.cost.usdPerMonth <= usdPerMonth) return [];
  return [
    {
      code: "over-budget",
      model: model.id,
      name: nameOf(model),
      usdPerMonth: model.cost.usdPerMonth,
      word,
      budgetUsdPerMonth: usdPerMonth,
    },
  ];
}

function belowBar(model: RankedModel, { need }: Decision): Finding[] {
  const { barLogits, word } = need.quality;
  const abilityLogits = model.attributes.quality.point;
  const isMeasured = isKnown(model.assessment.quality);
  if (!isMeasured || abilityLogits >= barLogits) return [];
  return [
    {
      code: "below-bar",
      model: model.id,
      name: nameOf(model),
      abilityLogits,
      barLogits,
      quality: word,
      complexity: need.complexity,
    },
  ];
}

function straddlesLimit(model: RankedModel, { need }: Decision): Finding[] {
  const limit = need.limits.waitSeconds;
  const { low, point, high } = model.attributes.latency;
  if (limit === undefined || !(low <= limit && limit < high)) return [];
  return [
    {
      code: "wait-straddles-limit",
      model: model.id,
      name: nameOf(model),
      seconds: { low, point, high },
      limitSeconds: limit,
    },
  ];
}

function tightContext(model: RankedModel, { need, sheets }: Decision): Finding[] {
  const { assessment } = model;
  const window = assessment.limits.context.value;
  const { inputTokens, outputTokens } = need.workload;
  const text = inputTokens.max + outputTokens.max;
  const needed = Math.max(text + assessment.imageTokensInContext, need.limits.contextTokens ?? 0);
  if (window === null) return [];
  const { tightContextFactor } = sheets.catalog.levels.decision;
  const images = assessment.imageTokensBilled - assessment.imageTokensInContext;
  if (needed * tightContextFactor <= window && text + images <= window) return [];
  return [
    {
      code: "tight-context",
      model: model.id,
      name: nameOf(model),
      tokens: needed,
      windowTokens: window,
      uncountedTokens: images,
    },
  ];
}

function imageCost(told: readonly RankedModel[]): Finding[] {
  return dearerByImages(
    told.map((model) => ({ id: model.id, name: nameOf(model), cost: model.cost })),
  );
}

/** Limits tested against assumed figures, with what the limit buys on each model. */
function assumedWorkload({ need }: Decision, told: readonly RankedModel[]): Finding[] {
  const open = told.flatMap((model) =>
    model.screened.open.filter((check) => check.assumedWorkload).map((check) => ({ model, check })),
  );
  const limit = need.limits.usdPerMonth;
  const overLimit = open.filter(({ check }) => check.constraint === "limits.usdPerMonth");
  const inverse: Finding[] =
    limit === undefined || overLimit.length === 0
      ? []
      : [
          {
            code: "assumed-workload",
            limitUsdPerMonth: limit,
            assumedRequests: need.workload.requestsPerMonth,
            buys: told.map((model) => ({
              name: nameOf(model),
              requests: wholeRequestsFor(limit, model.cost),
            })),
            over: overLimit.map(({ model }) => ({
              name: nameOf(model),
              usdPerMonth: model.cost.usdPerMonth,
            })),
          },
        ];
  return [
    ...inverse,
    ...open
      .filter(({ check }) => check.constraint !== "limits.usdPerMonth")
      .map(({ model, check }): Finding => ({
        code: "assumed-workload",
        model: model.id,
        name: nameOf(model),
        shortfall: requirementMessage(check, need),
        change: requirementChange(check, need),
      })),
  ];
}

function nameOf(model: RankedModel): string {
  return model.assessment.candidate.name;
}

// A model that is cheaper a token and dearer for this workload, because of how it counts images.

export interface PricedModel {
  id: string;
  name: string;
  cost: CostEstimate;
}

export function dearerByImages(models: readonly PricedModel[]): Finding[] {
  const billed = models.flatMap((model) => {
    const line = model.cost.lines.find(({ item }) => item === "images");
    return line === undefined ? [] : [{ ...model, images: figuresOf(line) }];
  });
  return billed.flatMap((dear) =>
    billed
      .filter(
        (cheap) =>
          dear.images.price < cheap.images.price &&
          dear.cost.usdPerRequest > cheap.cost.usdPerRequest,
      )
      .map((cheap): Finding => ({
        code: "image-cost",
        model: dear.id,
        name: dear.name,
        usdForImages: dear.images.usd,
        cheaper: { name: cheap.name, usdForImages: cheap.images.usd },
      })),
  );
}
