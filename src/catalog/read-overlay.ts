/** One file of the user's over the catalog: a model, more claims about one, a bundle of both, or evidence. */
import { bundleFile } from "../schema/bundle.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { ClaimProvenance } from "../schema/claim.ts";
import type { Source } from "../schema/descriptions.ts";
import type { ParsedDocument } from "../schema/document.ts";
import {
  evaluationFile,
  type EvaluatedPair,
  type EvaluationFile,
  type OwnTests,
} from "../schema/evaluation.ts";
import { adviceText, catalogFailure } from "../schema/failure.ts";
import { model, type Model, modelOverlay, type ModelOverlay } from "../schema/model.ts";
import { suggestion } from "../schema/nearest.ts";
import { validate } from "../schema/problems.ts";
import { isRecord } from "../schema/texts.ts";
import { itemEntries, type Entries, type Entry } from "./entry.ts";

/** Told apart by the field that only one kind has. */
const KINDS = {
  kind: addEvaluation,
  models: addBundle,
  overlays: addBundle,
  snapshots: (place, added) =>
    addModel(entryOf(validate(model, place.document, "catalog"), place), added),
} as const satisfies Record<string, Reader>;

type Place = Omit<Entry<unknown>, "value">;
type Reader = (place: Place, added: Entries, catalog: CatalogData) => void;

/** @throws Failure of kind `catalog` */
export function readOverlay(
  document: ParsedDocument,
  file: string,
  added: Entries,
  catalog: CatalogData,
): void {
  const written = isRecord(document.value) ? document.value : {};
  const place = { document, path: [], file };
  const read = Object.entries(KINDS).find(([field]) => Object.hasOwn(written, field))?.[1];
  if (read !== undefined) {
    read(place, added, catalog);
    return;
  }
  const isDiscountAlone = !Object.hasOwn(written, "id") && Object.hasOwn(written, "discount");
  if (isDiscountAlone) addBundle(place, added, catalog);
  else addOverlay(entryOf(validate(modelOverlay, document, "catalog"), place), added, catalog);
}

function entryOf<Value>(value: Value, place: Place): Entry<Value> {
  return { ...place, value };
}

function addModel(entry: Entry<Model>, added: Entries): void {
  added.models.push(entry);
}

function addOverlay(entry: Entry<ModelOverlay>, added: Entries, catalog: CatalogData): void {
  const { id } = entry.value;
  const isKnown =
    catalog.models.some((each) => each.id === id) ||
    added.models.some(({ value }) => value.id === id);
  if (!isKnown) {
    const known = modelsSoFar(added, catalog).map((each) => each.id);
    throw catalogFailure(
      `there is no model '${id}' to add claims to`,
      entry.document.where([...entry.path, "id"]),
      `${adviceText(suggestion(id, known))}; a model of your own needs snapshots`,
    );
  }
  added.overlays.push(entry);
}

function addBundle(place: Place, added: Entries, catalog: CatalogData): void {
  const bundle = validate(bundleFile, place.document, "catalog");
  const { sources = [], vendors = [], models = [], overlays = [], discount, provider } = bundle;
  added.sources.push(...itemEntries(sources, { ...place, path: ["sources"] }));
  added.vendors.push(...itemEntries(vendors, { ...place, path: ["vendors"] }));
  for (const entry of itemEntries(models, { ...place, path: ["models"] })) addModel(entry, added);
  for (const entry of itemEntries(overlays, { ...place, path: ["overlays"] })) {
    addOverlay(entry, added, catalog);
  }
  if (discount === undefined) return;
  const reduced = modelsSoFar(added, catalog).filter(
    (each) => each.prices !== undefined && (provider ?? each.provider) === each.provider,
  );
  if (reduced.length === 0) {
    const known = [...new Set(catalog.models.map((each) => each.provider))];
    throw catalogFailure(
      `there is no model of '${provider ?? ""}' to reduce the prices of`,
      place.document.where(["provider"]),
      suggestion(provider ?? "", known),
    );
  }
  for (const { id } of reduced) added.overlays.push({ ...place, value: { id, discount } });
}

function addEvaluation(place: Place, added: Entries, catalog: CatalogData): void {
  const evaluation = validate(evaluationFile, place.document, "catalog");
  const tasks = catalog.tasks.map(({ id }) => id);
  if (!tasks.includes(evaluation.task)) {
    throw catalogFailure(
      `there is no task '${evaluation.task}'`,
      place.document.where(["task"]),
      suggestion(evaluation.task, tasks),
    );
  }
  const models = modelsSoFar(added, catalog);
  for (const value of overlaysOfEvaluation(evaluation, models)) {
    added.overlays.push({ ...place, value });
  }
}

function modelsSoFar(added: Entries, { models }: CatalogData): Model[] {
  return [...models, ...added.models.map(({ value }) => value)];
}

/**
 * One overlay a model that the catalog has, in the order of the file. What the file says of other models waits until
 * there is a catalog that has them.
 */
export function overlaysOfEvaluation(
  file: EvaluationFile,
  models: CatalogData["models"],
): ModelOverlay[] {
  const source = sourceOf(file);
  return Object.entries(file.models).flatMap(([name, evaluated]): ModelOverlay[] => {
    const [id = name, effort] = name.split("@");
    const tested = models.find(
      (each) => each.id === id || each.snapshots.some((snapshot) => snapshot.id === id),
    );
    if (tested === undefined) return [];
    const provenance: ClaimProvenance = {
      source: source.id,
      observed: file.source.checked,
      scope: evaluated.scope === "exact" ? [id] : "alias",
      ...(effort === undefined ? {} : { effort }),
      ...(evaluated.platform === undefined ? {} : { platform: evaluated.platform }),
    };
    const value: OwnTests = {
      run: file.source.title,
      tests: evaluated.tests,
      passRate: evaluated.passRate,
      effectiveTests: evaluated.effectiveTests,
      logit: evaluated.logit,
      standardError: evaluated.se,
      ...(file.linking === null ? {} : { difficulty: file.linking.difficulty }),
      ...(file.target === undefined ? {} : { target: file.target }),
      pairs: file.paired.flatMap((pair) => seenFrom(name, pair)),
    };
    return [
      { id: tested.id, sources: [source], ownTests: { [file.task]: [{ value, ...provenance }] } },
    ];
  });
}

function sourceOf({ id, source }: EvaluationFile): Source {
  return {
    id: `own-${id}`,
    title: source.title,
    publisher: "own tests",
    class: "own",
    published: source.checked,
    checked: source.checked,
  };
}

function seenFrom(name: string, pair: EvaluatedPair): OwnTests["pairs"] {
  const { first, second, both, onlyFirst, onlySecond, neither } = pair;
  if (name === first) {
    return [{ with: second, both, onlyThis: onlyFirst, onlyOther: onlySecond, neither }];
  }
  return name === second
    ? [{ with: first, both, onlyThis: onlySecond, onlyOther: onlyFirst, neither }]
    : [];
}
