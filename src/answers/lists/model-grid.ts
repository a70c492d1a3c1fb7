/** One model's claims for spreadsheets: a row a claim, figures as numbers. */
import type { Claim } from "../../schema/claim.ts";
import { gridOf, type GridColumns } from "../../format/columns.ts";
import type { Grid } from "../../format/presentation.ts";
import type { StatedTrait } from "./model-document.ts";
import type { Standing } from "./standing.ts";
import { stated } from "../../words/units.ts";

interface ClaimRow {
  trait: StatedTrait;
  claim: Claim;
  standing: Standing;
}

const COLUMNS: GridColumns<ClaimRow> = {
  path: { value: ({ trait }) => trait.path.join(".") },
  serviceTier: { value: ({ trait }) => trait.tier },
  standing: { value: ({ standing }) => standing },
  value: {
    value: ({ claim: { value } }) =>
      typeof value === "number" || typeof value === "boolean" ? value : stated(value, null),
  },
  unit: { value: ({ trait }) => trait.unit },
  source: { value: ({ claim }) => claim.source },
  observed: { value: ({ claim }) => claim.observed },
  undated: { value: ({ claim }) => claim.undated === true },
  scope: {
    value: ({ claim: { scope } }) => (Array.isArray(scope) ? scope.join(" ") : (scope ?? null)),
  },
  platform: { value: ({ claim }) => claim.platform ?? null },
  from: { value: ({ claim }) => claim.from ?? null },
  until: { value: ({ claim }) => claim.until ?? null },
  via: { value: ({ claim }) => claim.via ?? null },
  unverified: { value: ({ claim }) => claim.unverified === true },
  note: { value: ({ claim }) => claim.note ?? null },
};

export function modelGrid(traits: readonly StatedTrait[]): Grid {
  const rows = traits.flatMap((trait) => trait.claims.map((each) => ({ trait, ...each })));
  return gridOf(COLUMNS, rows);
}
