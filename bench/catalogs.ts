/** Made-up catalogs of any size: the shipped models under other names, with other prices, speeds and results. */
import { openCatalog } from "../src/catalog/index.ts";
import { mulberry32 } from "../src/decision/robustness/sequences.ts";
import type { Catalog } from "../src/schema/catalog.ts";
import type { Model } from "../src/schema/model.ts";

interface Figure {
  value: number;
}

export async function catalogOf(models: number): Promise<Catalog> {
  const shipped = await openCatalog();
  const patterns = shipped.models.filter(({ role }) => role === "candidate");
  return {
    ...shipped,
    models: Array.from({ length: models }, (_, place) => {
      const pattern = patterns[place % patterns.length];
      if (pattern === undefined) throw new Error("the catalog has no candidate");
      return variant(pattern, place);
    }),
  };
}

function variant(pattern: Model, place: number): Model {
  const model = renamed(pattern, place);
  const { input, output, cachedInput } = model.prices?.standard ?? {};
  // The same numbers in every run, price, speed and results independent of each other.
  const random = mulberry32(place);
  const [byPrice, bySpeed, byResult] = [random(), random(), random()];
  for (const prices of [input, output, cachedInput]) scale(prices, 0.5 + 2 * byPrice);
  scale(model.speed?.outputTokensPerSecond, 0.7 + bySpeed);
  for (const results of Object.values(model.benchmarks ?? {})) {
    scale(results, 0.8 + 0.2 * byResult);
  }
  return { ...model, id: `model-${place}`, name: `Model ${place}` };
}

/** With snapshots of its own, also where a claim names the one it is about. */
function renamed(pattern: Model, place: number): Model {
  const text = pattern.snapshots.reduce(
    (written, { id }) => written.replaceAll(`"${id}"`, `"${id}-${place}"`),
    JSON.stringify(pattern),
  );
  return JSON.parse(text) as Model;
}

function scale(claims: Figure[] | undefined, factor: number): void {
  for (const claim of claims ?? []) claim.value *= factor;
}
