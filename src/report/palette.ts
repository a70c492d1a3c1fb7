/** Colours by name: the style sheet knows how each looks in light, in dark and on paper. */
import type { CatalogData } from "../schema/catalog.ts";
import type { Criterion } from "../schema/vocabulary.ts";

/** As many as the style sheet tells apart; further models start over. */
const MODEL_COLOURS = 6;

/** A model keeps its colour whatever else is shown: its place in the catalog decides. */
export function modelColours(catalog: Pick<CatalogData, "models">): (id: string) => string {
  return (id) => `var(--model-${modelNumber(catalog, id)})`;
}

/** For a class name: `model-2`. Snapshots share their model's. */
export function modelClass(catalog: Pick<CatalogData, "models">, id: string): string {
  return `model-${modelNumber(catalog, id)}`;
}

function modelNumber({ models }: Pick<CatalogData, "models">, id: string): number {
  const place = models.findIndex(
    (model) => model.id === id || model.snapshots.some((snapshot) => snapshot.id === id),
  );
  return (Math.max(0, place) % MODEL_COLOURS) + 1;
}

export function criterionColour(criterion: Criterion): string {
  return `var(--${criterion})`;
}
