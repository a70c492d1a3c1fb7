/** Every claim behind the cells: value, source and day; the one that counts first, the losing ones after it. */
import { asStated } from "../../../words/figures.ts";
import type { Comparison, ComparedClaim, ComparisonRow } from "../schema.ts";
import { type Block, strong, type Text } from "../../../format/document.ts";

export function claimsList(rows: readonly ComparisonRow[], models: Comparison["models"]): Block[] {
  const items = rows.flatMap((row) =>
    models.flatMap(({ id, name }): Text[] => {
      const claims = row.cells[id]?.evidence ?? [];
      if (claims.length === 0) return [];
      return [[strong(`${row.label}, ${name}`), `: ${claims.map(inWords).join("; ")}`]];
    }),
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function inWords(claim: ComparedClaim, _place: number, all: readonly ComparedClaim[]): string {
  const day = claim.undated ? `undated, taken as ${claim.observed}` : claim.observed;
  const says = `${valueOf(claim)} (${claim.source}, ${day})`;
  if (claim.chosen || all.length === 1) return says;
  const chosen = all.find((other) => other.chosen && other.fact === claim.fact);
  return chosen !== undefined && valueOf(chosen) === valueOf(claim)
    ? `also ${says}`
    : `not used: ${says}`;
}

function valueOf({ value }: ComparedClaim): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" ? asStated(value) : String(value);
}
