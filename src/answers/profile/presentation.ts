/** What usage comes to: a table of groups with what each costs on either model, and the remarks below it. */
import type { Block } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { bill, count, counted, decimal, list, orDash } from "../../words/figures.ts";
import type { Profile, ProfiledGroup } from "./schema.ts";

export function presentProfile(profile: Profile): Presentation {
  return {
    data: () => profile,
    document: () => ({
      title: "Usage by group",
      blocks: [{ kind: "headline", left: summaryOf(profile) }, table(profile), ...remarks(profile)],
    }),
    grid: () => gridOf(profile),
    summary: () => summaryOf(profile),
    quiet: () => profile.groups.flatMap(({ pick }) => (pick === null ? [] : [pick.model])),
  };
}

function summaryOf({ groups, days, totals }: Profile): string {
  const dearer = groups.filter(isOnDearer).map((each) => nameOf(each));
  const told =
    dearer.length === 0
      ? "none pays more than the other model would cost"
      : dearer.length > MOST_NAMED
        ? `${count(dearer.length)} pay more than the other model would cost`
        : `${list(dearer)} would pay less on the other model`;
  return `${counted(groups.length, "group")}, ${count(totals.requests)} requests in ${counted(Math.round(days * 10) / 10, "day")}: ${told}.`;
}

const MOST_NAMED = 3;

/** Whether another model costs less than the one in use. */
function isOnDearer({ inUse: [only, ...others], cheapest }: ProfiledGroup): boolean {
  if (only === undefined || others.length > 0 || cheapest === null) return false;
  return only.catalogModel !== null && only.catalogModel !== cheapest;
}

function nameOf({ group, serviceTier, tierShare }: ProfiledGroup): string {
  const name = group ?? "(no name)";
  return tierShare < 1 ? `${name}, ${serviceTier}` : name;
}

function table({ groups }: Profile): Block {
  const models = [
    ...new Map(groups.flatMap(({ costs }) => costs.map((each) => [each.model, each.name]))),
  ];
  return {
    kind: "table",
    columns: [
      { header: "group", align: "left" },
      { header: "in use", align: "left" },
      { header: "requests/month", align: "right" },
      { header: "text in / cached / out", align: "right" },
      { header: "image tokens", align: "right" },
      { header: "peak/min", align: "right" },
      ...models.map(([, name]) => ({ header: `${name} $/month`, align: "right" }) as const),
      { header: "verdict", align: "left" },
    ],
    rows: groups.flatMap((each) => {
      const { inUse } = each;
      const bills = models.map(([model]) => {
        const usd = each.costs.find((cost) => cost.model === model)?.usdPerMonth ?? null;
        return orDash(usd, bill);
      });
      const peak = each.peakRequestsPerMinute;
      const images = each.imageTokens === 0 ? "–" : imageText(each);
      const tokens = `${rounded(each.inputTokens)} / ${rounded(each.cachedInputTokens)} / ${rounded(each.outputTokens)}`;
      const [first] = inUse;
      const rest = [images, orDash(peak, count), ...bills, verdictOf(each)];
      if (inUse.length < 2) {
        return [
          [nameOf(each), orDash(first?.model), count(each.requestsPerMonth), tokens, ...rest],
        ];
      }
      return [
        [nameOf(each), "together", count(each.requestsPerMonth), tokens, ...rest],
        ...inUse.map((used) => [
          "",
          orDash(used.model),
          count(used.requestsPerMonth),
          `${rounded(used.inputTokens)} / – / ${rounded(used.outputTokens)}`,
          ...rest.map(() => ""),
        ]),
      ];
    }),
  };
}

/** `25,501 (765 on GPT-4o)` */
function imageText({ imageTokens, costs }: ProfiledGroup): string {
  const others = costs.filter(
    ({ imageTokensPerRequest: tokens }) =>
      tokens !== null && Math.round(tokens) !== Math.round(imageTokens),
  );
  const told = others.map(
    ({ name, imageTokensPerRequest }) => `${rounded(imageTokensPerRequest ?? 0)} on ${name}`,
  );
  return told.length === 0 ? rounded(imageTokens) : `${rounded(imageTokens)} (${list(told)})`;
}

function verdictOf({ pick }: ProfiledGroup): string {
  return orDash(pick, ({ name, tie }) => (tie ? `${name} (close)` : name));
}

function rounded(tokens: number): string {
  return count(Math.round(tokens));
}

function remarks({ groups, notes }: Profile): Block[] {
  const items = [
    ...notes,
    ...groups.flatMap((each) => each.notes.map((note) => `${nameOf(each)}: ${note}`)),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function gridOf({ groups }: Profile) {
  return {
    columns: [
      "group",
      "service_tier",
      "in_use",
      "requests_per_month",
      "input_tokens",
      "cached_input_tokens",
      "output_tokens",
      "image_tokens",
      "peak_requests_per_minute",
      "model",
      "usd_per_month",
      "pick",
      "billed_to_computed",
    ],
    rows: groups.flatMap((each) =>
      each.costs.map((cost) => [
        each.group,
        each.serviceTier,
        each.inUse.map(({ model }) => model ?? "").join(" "),
        each.requestsPerMonth,
        each.inputTokens,
        each.cachedInputTokens,
        each.outputTokens,
        each.imageTokens,
        each.peakRequestsPerMinute,
        cost.model,
        cost.usdPerMonth,
        each.pick?.model ?? null,
        each.reconciled?.ratio ?? null,
      ]),
    ),
  };
}

/** `.900` reads as a discount. */
export function reconciliationNote(ratio: number): string | null {
  const TOLERATED = 0.02;
  const percent = decimal(Math.abs(1 - ratio) * 100, 0);
  if (Math.abs(1 - ratio) <= TOLERATED) return null;
  return ratio < 1
    ? `you pay ${percent} % less than list: a negotiated discount of ${percent} %?`
    : `you pay ${percent} % more than these requests cost at list prices: other use in the same project?`;
}
