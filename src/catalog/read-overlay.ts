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
import { catalogFailure } from "../schema/failure.ts";
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
  snapshots: (document, place, { models }) => {
    models.push({ ...place, value: validate(model, document, "catalog") });
  },
} as const satisfies Record<string, Reader>;

type Place = Omit<Entry<unknown>, "value">;
type Reader = (
  document: ParsedDocument,
  place: Place,
  added: Entries,
  catalog: CatalogData,
) => void;

/** @throws Failure of kind `catalog` */
export function readOverlay(
  document: ParsedDocument,
  file: string,
  added: Entries,
  catalog: CatalogData,
): void {
  const written = isRecord(document.value) ? document.value : {};
  const place = { where: document.where, path: [], file };
  const read = Object.entries(KINDS).find(([field]) => Object.hasOwn(written, field))?.[1];
  const isDiscountAlone = !Object.hasOwn(written, "id") && Object.hasOwn(written, "discount");
  if (read !== undefined) read(document, place, added, catalog);
  else if (isDiscountAlone) addBundle(document, place, added, catalog);
  else added.overlays.push({ ...place, value: validate(modelOverlay, document, "catalog") });
}

function addBundle(
  document: ParsedDocument,
  place: Place,
  added: Entries,
  catalog: CatalogData,
): void {
  const bundle = validate(bundleFile, document, "catalog");
  const { sources = [], vendors = [], models = [], overlays = [], discount, provider } = bundle;
  addItems(added.sources, sources, { ...place, path: ["sources"] });
  addItems(added.vendors, vendors, { ...place, path: ["vendors"] });
  addItems(added.models, models, { ...place, path: ["models"] });
  addItems(added.overlays, overlays, { ...place, path: ["overlays"] });
  if (discount === undefined) return;
  const reduced = modelsSoFar(added, catalog).filter(
    (each) => each.prices !== undefined && (provider ?? each.provider) === each.provider,
  );
  if (reduced.length === 0) {
    const known = [...new Set(catalog.models.map((each) => each.provider))];
    throw catalogFailure(
      `there is no model of '${provider ?? ""}' to reduce the prices of`,
      place.where(["provider"]),
      suggestion(provider ?? "", known),
    );
  }
  for (const { id } of reduced) added.overlays.push({ ...place, value: { id, discount } });
}

/** One by one: a call takes no hundred thousand arguments. */
function addItems<Value>(entries: Entry<Value>[], list: readonly Value[], place: Place): void {
  for (const entry of itemEntries(list, place)) entries.push(entry);
}

function addEvaluation(
  document: ParsedDocument,
  place: Place,
  added: Entries,
  catalog: CatalogData,
): void {
  const evaluation = validate(evaluationFile, document, "catalog");
  const tasks = catalog.tasks.map(({ id }) => id);
  if (!tasks.includes(evaluation.task)) {
    throw catalogFailure(
      `there is no task '${evaluation.task}'`,
      place.where(["task"]),
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
