/** One model's claims for spreadsheets: a row a claim, figures as numbers. */
import type { Claim } from "../../schema/claim.ts";
import type { Grid } from "../../format/presentation.ts";
import type { StatedTrait } from "./model-document.ts";
import type { Standing } from "./standing.ts";
import { stated } from "../../words/units.ts";

type Cell = Grid["rows"][number][number];

const CELLS: Record<string, (trait: StatedTrait, claim: Claim, standing: Standing) => Cell> = {
  path: ({ path }) => path.join("."),
  serviceTier: ({ tier }) => tier,
  standing: (_trait, _claim, standing) => standing,
  value: (_trait, { value }) =>
    typeof value === "number" || typeof value === "boolean" ? value : stated(value, null),
  unit: ({ unit }) => unit,
  source: (_trait, { source }) => source,
  observed: (_trait, { observed }) => observed,
  undated: (_trait, { undated }) => undated === true,
  scope: (_trait, { scope }) => (Array.isArray(scope) ? scope.join(" ") : (scope ?? null)),
  platform: (_trait, { platform }) => platform ?? null,
  from: (_trait, { from }) => from ?? null,
  until: (_trait, { until }) => until ?? null,
  via: (_trait, { via }) => via ?? null,
  unverified: (_trait, { unverified }) => unverified === true,
  note: (_trait, { note }) => note ?? null,
};

export function modelGrid(traits: readonly StatedTrait[]): Grid {
  return {
    columns: Object.keys(CELLS),
    rows: traits.flatMap((trait) =>
      trait.claims.map(({ claim, standing }) =>
        Object.values(CELLS).map((cell) => cell(trait, claim, standing)),
      ),
    ),
  };
}
