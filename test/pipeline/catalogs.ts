/** The shipped catalog, and catalogs around it: models like the shipped ones with other prices, results and gaps. */
import fc from "fast-check";
import { openCatalog } from "../../src/catalog/index.ts";
import { resultAtLogit, resultLogit } from "../../src/facts/logits.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Claim } from "../../src/schema/claim.ts";
import type { Model } from "../../src/schema/model.ts";

export const shipped = await openCatalog();

/** Fixed, so that every run tries the same cases; a failure prints its own seed and path. */
export const SEED = 20_261_122;

export function modelOf(catalog: Catalog, id: string): Model {
  const model = catalog.models.find((each) => each.id === id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

/** A catalog of these models alone. */
export function catalogOf(models: readonly Model[], from: Catalog = shipped): Catalog {
  return { ...from, models: [...models], digest: "sha256:generated" };
}

/** Facts a generated model may lack, by the name used here. */
export const GAPS = [
  "first token",
  "output speed",
  "results",
  "half the results",
  "cached price",
  "output price",
  "window",
  "images",
  "lifecycle",
  "features",
  "rate limits",
] as const;
export type Gap = (typeof GAPS)[number];

export interface Variation {
  base: string;
  priceFactor: number;
  speedFactor: number;
  firstTokenFactor: number;
  logitShift: number;
  gaps: Gap[];
}

const factor = (most: number) =>
  fc.oneof(
    fc.constant(1),
    fc
      .double({ min: -Math.log(most), max: Math.log(most), noNaN: true })
      .map((power) => Math.exp(power)),
  );

export const variation: fc.Arbitrary<Variation> = fc.record({
  base: fc.constantFrom(...shipped.models.map((model) => model.id)),
  priceFactor: factor(20),
  speedFactor: factor(6),
  firstTokenFactor: factor(6),
  logitShift: fc.oneof(fc.constant(0), fc.double({ min: -2, max: 2, noNaN: true })),
  gaps: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Gap[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...GAPS], { maxLength: 3 }) },
  ),
});

export const UNVARIED: Omit<Variation, "base"> = {
  priceFactor: 1,
  speedFactor: 1,
  firstTokenFactor: 1,
  logitShift: 0,
  gaps: [],
};

/** A model of its own like one of the catalog, with its facts changed and some left out. */
export function varied(catalog: Catalog, id: string, change: Variation): Model {
  const model = renamed(modelOf(catalog, change.base), id);
  const priced = change.priceFactor === 1 ? model : scaledPrices(model, change.priceFactor);
  const { speed, benchmarks } = priced;
  const moved: Model = {
    ...priced,
    role: "candidate",
    ...(speed === undefined
      ? {}
      : {
          speed: {
            ...speed,
            ...scaled(speed, "outputTokensPerSecond", change.speedFactor),
            ...scaled(speed, "timeToFirstTokenSeconds", change.firstTokenFactor),
          },
        }),
    ...(benchmarks === undefined
      ? {}
      : { benchmarks: shiftedResults(benchmarks, change.logitShift, catalog) }),
  };
  return change.gaps.reduce((left, gap) => WITHOUT[gap](left), moved);
}

const copies = new Map<Model, Map<string, Model>>();

/** The same model under another id; its snapshots and the claims about them follow. Made once for each id. */
export function renamed(model: Model, id: string): Model {
  const known = copies.get(model) ?? new Map<string, Model>();
  copies.set(model, known);
  const copy = known.get(id) ?? copyOf(model, id);
  known.set(id, copy);
  return copy;
}

function copyOf(model: Model, id: string): Model {
  const snapshots = new Map(
    model.snapshots.map((each, place) => [each.id, each.id === model.id ? id : `${id}-${place}`]),
  );
  const name = (old: string) => snapshots.get(old) ?? old;
  const about = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(about);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === "scope" && Array.isArray(inner) ? inner.map(name) : about(inner),
      ]),
    );
  };
  const copy = about(model) as Model; // the same shape, other ids
  return {
    ...copy,
    id,
    name: `Model ${id}`,
    snapshots: model.snapshots.map((each) => ({ ...each, id: name(each.id) })),
    ...(model.alias === undefined
      ? {}
      : { alias: model.alias.map((claim) => ({ ...claim, value: name(claim.value) })) }),
  };
}

/** Every price of a model, tools and training included, times a factor. */
export function scaledPrices(model: Model, by: number): Model {
  const lists = <Lists extends Record<string, unknown> | undefined>(prices: Lists): Lists =>
    prices === undefined
      ? prices
      : (Object.fromEntries(
          Object.entries(prices).map(([tier, list]) => [tier, scaledNumbers(list, by)]),
        ) as Lists);
  const { prices, fineTunedPrices, trainingUsdPerMillionTokens: training, tools } = model;
  return {
    ...model,
    ...(prices === undefined ? {} : { prices: lists(prices) }),
    ...(fineTunedPrices === undefined ? {} : { fineTunedPrices: lists(fineTunedPrices) }),
    ...(training === undefined ? {} : { trainingUsdPerMillionTokens: times(training, by) }),
    ...(tools === undefined
      ? {}
      : {
          tools: {
            ...tools,
            ...scaled(tools, "webSearchUsdPerThousandCalls", by),
            ...scaled(tools, "fileSearchUsdPerThousandCalls", by),
          },
        }),
  };
}

function times(claims: readonly Claim<number>[], by: number): Claim<number>[] {
  return claims.map((claim) => ({ ...claim, value: claim.value * by }));
}

/** Claims with numbers scaled, claims of yes or no left alone. */
function scaledNumbers(list: unknown, by: number): unknown {
  return Object.fromEntries(
    Object.entries(list as Record<string, Claim[]>).map(([key, claims]) => [
      key,
      claims.map((claim) =>
        typeof claim.value === "number" ? { ...claim, value: claim.value * by } : claim,
      ),
    ]),
  );
}

function scaled<Key extends string>(
  facts: { [Each in Key]?: Claim<number>[] | undefined },
  key: Key,
  by: number,
): { [Each in Key]?: Claim<number>[] } {
  const claims: Claim<number>[] | undefined = facts[key];
  return claims === undefined
    ? {}
    : ({ [key]: times(claims, by) } as { [Each in Key]: Claim<number>[] });
}

function shiftedResults(
  benchmarks: NonNullable<Model["benchmarks"]>,
  shift: number,
  catalog: Catalog,
): NonNullable<Model["benchmarks"]> {
  if (shift === 0) return benchmarks;
  return Object.fromEntries(
    Object.entries(benchmarks).map(([id, claims]) => {
      const benchmark = catalog.benchmarks.find((each) => each.id === id);
      if (benchmark === undefined) return [id, claims];
      const { quality } = catalog.levels;
      const shifted = claims.map((claim) => ({
        ...claim,
        value: resultAtLogit(
          resultLogit(claim.value, benchmark, quality) + shift,
          benchmark,
          quality,
        ),
      }));
      return [id, shifted];
    }),
  );
}

function without(model: Model, key: keyof Model): Model {
  const { [key]: _dropped, ...rest } = model;
  return rest as Model; // only ever an optional part
}

function withoutPrice(model: Model, price: "cachedInput" | "output"): Model {
  const { prices } = model;
  if (prices?.standard === undefined) return model;
  const { [price]: _dropped, ...standard } = prices.standard;
  return { ...model, prices: { ...prices, standard } };
}

const WITHOUT: Record<Gap, (model: Model) => Model> = {
  "first token": (model) => {
    const { timeToFirstTokenSeconds: _dropped, ...speed } = model.speed ?? {};
    return { ...model, speed };
  },
  "output speed": (model) => {
    const { outputTokensPerSecond: _dropped, ...speed } = model.speed ?? {};
    return { ...model, speed };
  },
  results: (model) => without(model, "benchmarks"),
  "half the results": (model) => ({
    ...model,
    benchmarks: Object.fromEntries(
      Object.entries(model.benchmarks ?? {}).filter((_entry, place) => place % 2 === 0),
    ),
  }),
  "cached price": (model) => withoutPrice(model, "cachedInput"),
  "output price": (model) => withoutPrice(model, "output"),
  window: (model) => without(model, "limits"),
  images: (model) => without(model, "imageTokens"),
  lifecycle: (model) => without(model, "lifecycle"),
  features: (model) => without(model, "features"),
  "rate limits": (model) => without(model, "rateLimits"),
};

export function lacking(model: Model, ...gaps: Gap[]): Model {
  return gaps.reduce((left, gap) => WITHOUT[gap](left), model);
}

/** Names that do not say in which order the models were made. */
const NEWCOMERS = ["aria", "gpt-4o-copy", "zeta"];

/** Up to three models besides the shipped ones, some before and some after them by name. */
export const newcomers = fc.array(variation, { maxLength: NEWCOMERS.length });

export function newcomersOf(changes: readonly Variation[]): Model[] {
  return changes.map((change, place) =>
    varied(shipped, NEWCOMERS[place] ?? `more-${place}`, change),
  );
}

/** The shipped models, the successor among them, and these. */
export function catalogWith(changes: readonly Variation[]): Catalog {
  return catalogOf([...shipped.models, ...newcomersOf(changes)]);
}
