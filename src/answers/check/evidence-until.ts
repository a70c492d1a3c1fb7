/** The catalog as it was known on a day: claims observed later left out. */
import type { Catalog } from "../../schema/catalog.ts";
import type { IsoDate } from "../../schema/scalars.ts";

export function evidenceUntil(catalog: Catalog, day: IsoDate): Catalog {
  return { ...catalog, models: catalog.models.map((model) => knownBy(model, day)) };
}

function knownBy<Part>(part: Part, day: IsoDate): Part {
  if (Array.isArray(part)) {
    return part.filter((item) => !isLater(item, day)).map((item) => knownBy(item, day)) as Part;
  }
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, knownBy(inner, day)]),
  ) as Part; // same keys, same kinds of values
}

function isLater(item: unknown, day: IsoDate): boolean {
  if (typeof item !== "object" || item === null || !("observed" in item)) return false;
  return typeof item.observed === "string" && item.observed > day;
}
