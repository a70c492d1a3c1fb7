/** Published changes of a model, each beside what `migrate` said of it on the day: kept aside, never tuned to. */
import { openCatalog } from "../src/catalog/index.ts";
import { migrateFor } from "../src/index.ts";
import type { Catalog } from "../src/schema/catalog.ts";
import { REASONING_EFFORTS } from "../src/schema/vocabulary.ts";
import { money } from "../src/words/figures.ts";

export interface PublishedSwitch {
  from: string;
  to: string;
  /** Day of the source. */
  day: string;
  source: string;
  url: string | null;
  work: string;
  result: string;
  effort: string;
  /** Among the targets of that day, the best first; null where it is none of them. */
  place: number | null;
  targets: number;
  /** USD a month of the usual workload; null without a price. */
  before: number | null;
  after: number | null;
  /** Why it is no target; empty where it is one. */
  reasons: string[];
  isQualityMeasured: boolean;
}

/** Every measured change in the catalog whose two models are in it. */
export async function publishedSwitches(): Promise<PublishedSwitch[]> {
  const catalog = await openCatalog();
  return catalog.models
    .flatMap((model) =>
      (model.measuredSwitches ?? []).map((claim) => switchOf(catalog, model.id, claim)),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.to < b.to ? -1 : 1));
}

type Claim = NonNullable<Catalog["models"][number]["measuredSwitches"]>[number];

function switchOf(catalog: Catalog, to: string, claim: Claim): PublishedSwitch {
  const { value, source, observed: day, effort = "unstated" } = claim;
  // What was measured at no stated effort is asked for at none.
  const stated = REASONING_EFFORTS.find((each) => each === effort);
  const requirements = stated === undefined ? {} : { effort: stated };
  const asked = { from: value.from };
  const { targets, notThese, from } = migrateFor(asked, requirements, { catalog, asOf: day });
  const place = targets.findIndex(({ model }) => model === to);
  const target = targets[place];
  return {
    ...value,
    to,
    day,
    source,
    url: catalog.sources.find(({ id }) => id === source)?.url ?? null,
    effort,
    place: place === -1 ? null : place + 1,
    targets: targets.length,
    before: from.usdPerMonth,
    after: target?.cost.usdPerMonth ?? null,
    reasons: (notThese.find(({ model }) => model === to)?.reasons ?? []).map(
      ({ message }) => message,
    ),
    isQualityMeasured: target !== undefined && target.quality !== null,
  };
}

export function switchesMarkdown(switches: readonly PublishedSwitch[]): string {
  const offered = switches.filter(({ place }) => place !== null).length;
  const rows = switches.map((each) => {
    const { from, to, effort, day, source, url, work, result, place, targets } = each;
    const cited = url === null ? source : `[${source}](${url})`;
    const bill =
      each.before === null || each.after === null
        ? "–"
        : `${money(each.before)} → ${money(each.after)}`;
    const said =
      place === null
        ? `no target: ${each.reasons.join("; ")}`
        : `number ${place} of ${targets}${each.isQualityMeasured ? "" : ", quality unknown"}`;
    return `| ${cited}, ${day} | ${from} → ${to}, effort ${effort} | ${work}: ${result} | ${said} | ${bill} |`;
  });
  return [
    "| source | change | published | `migrate` of that day | a usual month |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    `${offered} of ${switches.length} were on offer that day. The target of each was measured by its source alone: no result here says how good it is, so that its place follows from price and wait.`,
  ].join("\n");
}
