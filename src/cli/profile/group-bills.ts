/** Bills of a group: what its requirements cost on each model, and its own models at list prices beside what was charged. */
import type { ProfiledGroup } from "../../answers/profile/schema.ts";
import { answerTo, questionOf } from "../../ask.ts";
import { assess, candidatesOf } from "../../decision/assessment.ts";
import { imageTokenFacts } from "../../decision/billed-input.ts";
import { isPriced } from "../../decision/cost.ts";
import { leadOfPick } from "../../decision/decision.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { type FactSheets, priceFacts } from "../../facts/fact-sheets.ts";
import { exact, perMillion, usd } from "../../facts/money.ts";
import type { Cell } from "../../profile/cells.ts";
import { type ImageRule, pricedTier, requirementsOf } from "../../profile/group-requirements.ts";
import type { Group, Usage } from "../../profile/usage.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Requirements } from "../../schema/requirements.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import type { ServiceTier } from "../../schema/vocabulary.ts";

export interface ProfileContext {
  catalog: Catalog;
  asOf: IsoDate;
  days: number;
  whatIf: boolean;
  /** Whether records are grouped as bills are. */
  isBilledByGroup: boolean;
}

/** How the models of the catalog count images, to tell them from text in a bill. */
export function ruleOf(sheets: FactSheets) {
  return (id: string | null): ImageRule | null => {
    const sheet = id === null ? null : sheets.find(id);
    if (sheet === null) return null;
    const { base, perTile } = imageTokenFacts(sheet);
    const rates =
      base.value === null || perTile.value === null
        ? null
        : { base: base.value, perTile: perTile.value };
    return { model: sheet.candidate.model.id, rates };
  };
}

/** What the requirements cost on each model, as the program bills them, and which one it picks. */
export function billsOf(requirements: Requirements, { catalog, asOf }: ProfileContext) {
  const layer = { from: "file", document: requirements, originOf: () => "the usage" } as const;
  const question = questionOf([layer], { catalog, asOf, draws: 0 });
  const { need, sheets } = question;
  const priced = candidatesOf(need, sheets).map((candidate) => {
    const { cost } = assess(candidate, need, sheets);
    const estimate = isPriced(cost) ? cost : null;
    return { candidate, estimate };
  });
  const cheapest = priced
    .filter(({ estimate }) => estimate !== null)
    .toSorted((a, b) => (a.estimate?.usdPerMonth ?? 0) - (b.estimate?.usdPerMonth ?? 0))[0];
  const { result, decision } = answerTo(question);
  const pick = result.recommendation;
  return {
    costs: priced.map(({ candidate, estimate }) => ({
      model: candidate.id,
      name: candidate.name,
      imageTokensPerRequest:
        estimate === null
          ? null
          : estimate.images.reduce((sum, image) => sum + (image.tokensEach ?? 0) * image.count, 0),
      usdPerRequest: estimate?.usdPerRequest ?? null,
      usdPerMonth: estimate?.usdPerMonth ?? null,
    })),
    cheapest: cheapest?.candidate.id ?? null,
    pick:
      pick === null
        ? null
        : { model: pick.model, name: pick.name, tie: leadOfPick(decision)?.tie === true },
    dayUsd: priced.flatMap(({ candidate, estimate }) =>
      estimate === null ? [] : [{ model: candidate.id, usdPerRequest: estimate.usdPerRequest }],
    ),
  };
}

/** The bill of the group's own models at list prices, over the days of the file, beside what was charged. */
export function reconcile(
  { key }: Group,
  cells: readonly Cell[],
  { costs, groups, start, end }: Usage,
  context: ProfileContext,
  sheets: FactSheets,
): ProfiledGroup["reconciled"] {
  if (!context.isBilledByGroup || start === null || end === null) return null;
  const isAll = key === null && groups.length === 1;
  const charged = costs.filter(
    ({ project, time }) => (isAll || project === key) && time.start >= start && time.end <= end,
  );
  if (charged.length === 0) return null;
  const { daysPerMonth } = context.catalog.levels.lifecycle;
  let computedUsd = 0;
  for (const cell of cells) {
    const used = cell.model === null ? null : sheets.find(cell.model);
    const tier = pricedTier(cell.tier);
    if (used === null || tier === null) return null;
    const month = { days: context.days, daysPerMonth };
    const document = requirementsOf([cell], month, tier, ruleOf(sheets));
    const layer = { from: "file", document, originOf: () => "the usage" } as const;
    const { need } = questionOf([layer], { catalog: context.catalog, asOf: context.asOf });
    const { cost } = assess(used.candidate, need, sheets);
    if (!isPriced(cost)) return null;
    computedUsd += cost.usdPerRequest * cell.requests - cachedImagesUsd(used, cell, tier);
  }
  const billedUsd = charged.reduce((sum, each) => sum + each.usd, 0);
  return computedUsd === 0 ? null : { computedUsd, billedUsd, ratio: billedUsd / computedUsd };
}

/** What images out of the vendor's cache cost less than new ones; requirements know no cached images. */
function cachedImagesUsd(sheet: FactSheet, { cachedImageInput }: Cell, tier: ServiceTier): number {
  const { input, cachedInput } = priceFacts(sheet, tier, false);
  if (input.value === null || cachedInput.value === null) return 0;
  return usd(perMillion(cachedImageInput, exact(input.value).minus(cachedInput.value)));
}
