/** Every claim behind the cells: value, source and day; the one that counts first, the losing ones after it. */
import { asStated } from "../../../words/figures.ts";
import type { Comparison, ComparedClaim, ComparisonRow } from "../schema.ts";
import { type Block, linked, type Span, strong, type Text } from "../../../format/document.ts";

export function claimsList(
  rows: readonly ComparisonRow[],
  { models, sources }: Comparison,
): Block[] {
  const items = rows.flatMap((row) =>
    models.flatMap(({ id, name }): Text[] => {
      const claims = row.cells[id]?.evidence ?? [];
      if (claims.length === 0) return [];
      const told = claims.flatMap((claim, place) => [
        place === 0 ? ": " : "; ",
        ...inWords(claim, claims, sources),
      ]);
      return [[strong(`${row.label}, ${name}`), ...told]];
    }),
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function inWords(
  claim: ComparedClaim,
  all: readonly ComparedClaim[],
  sources: Comparison["sources"],
): (string | Span)[] {
  const day = claim.undated ? `undated, taken as ${claim.observed}` : claim.observed;
  const link = linked(claim.source, sources[claim.source]?.url);
  const says = [`${valueOf(claim)} (`, link, `, ${day})`];
  if (claim.chosen || all.length === 1) return says;
  const chosen = all.find((other) => other.chosen && other.fact === claim.fact);
  return chosen !== undefined && valueOf(chosen) === valueOf(claim)
    ? ["also ", ...says]
    : ["not used: ", ...says];
}

function valueOf({ value }: ComparedClaim): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" ? asStated(value) : String(value);
}
