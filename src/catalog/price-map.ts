/** Own price maps in LiteLLM's shape (`--prices`): dollars a token, model by model, laid over the catalog. */
import path from "node:path";
import { exact, usd } from "../facts/money.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { ParsedDocument } from "../schema/document.ts";
import { catalogFailure } from "../schema/failure.ts";
import type { Model } from "../schema/model.ts";
import { listed } from "../schema/nearest.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { isRecord, LEAST } from "../schema/texts.ts";
import {
  SERVICE_TIERS,
  type ServiceTier,
  TOKEN_PRICES,
  type TokenPrice,
} from "../schema/vocabulary.ts";
import { readCatalogFile } from "./files.ts";
import { noEntries } from "./entry.ts";
import { layOver } from "./overlay.ts";
import { readOverlay } from "./read-overlay.ts";

/**
 * Which of its fields are read, as in model_prices_and_context_window.json:
 * https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json
 */
const FIELDS: Readonly<Record<string, readonly [ServiceTier, TokenPrice]>> = {
  input_cost_per_token: ["standard", "input"],
  cache_read_input_token_cost: ["standard", "cachedInput"],
  cache_creation_input_token_cost: ["standard", "cacheWrite"],
  output_cost_per_token: ["standard", "output"],
  input_cost_per_token_batches: ["batch", "input"],
  output_cost_per_token_batches: ["batch", "output"],
  input_cost_per_token_priority: ["fast", "input"],
  cache_read_input_token_cost_priority: ["fast", "cachedInput"],
  output_cost_per_token_priority: ["fast", "output"],
  input_cost_per_token_flex: ["flex", "input"],
  cache_read_input_token_cost_flex: ["flex", "cachedInput"],
  output_cost_per_token_flex: ["flex", "output"],
};

/** What of a map counts, and what is left aside. */
export interface PriceMapReading {
  /** Models and snapshots whose prices were taken. */
  priced: string[];
  /** Entries of no model of the catalog, or of another platform. */
  otherEntries: number;
  /** Fields of the priced ones that are no price of a token, or of one no request here uses. */
  otherFields: number;
}

/** A model's, a snapshot's or its tuned descendants' prices. */
interface PricedEntry {
  key: string;
  model: Model;
  /** Null for the model as such. */
  snapshot: string | null;
  isTuned: boolean;
  fields: Record<string, unknown>;
}

/**
 * The catalog with the map's prices as the user's own, which win over every list.
 *
 * @param file as the user typed it
 * @param asOf the day of the answer. A map carries no day: its prices count as seen when the newest list price was,
 * so that a lock holds as long as nothing else changes
 * @throws Failure of kind `catalog` naming the place of a price that is none, and for a map of other models alone
 */
export async function applyPriceMap(
  catalog: Catalog,
  file: string,
  directory: string,
  asOf: IsoDate,
): Promise<{ catalog: Catalog; reading: PriceMapReading }> {
  const target = path.resolve(directory, file);
  const document = await readCatalogFile(target, file);
  if (!isRecord(document.value)) {
    const advice = 'write { "gpt-4o": { "input_cost_per_token": 2.5e-06, … } }';
    throw catalogFailure("is no map of prices by model", document.where([]), advice);
  }
  const entries = Object.entries(document.value);
  const priced = entries.flatMap(([key, fields]) => entryOf(key, fields, catalog, document));
  if (priced.length === 0) {
    const known = catalog.models.map(({ id }) => id);
    const message = "prices no model of the catalog";
    throw catalogFailure(message, file, `name models as OpenAI does: ${listed(known)}`);
  }
  const id = `price-map-${slugOf(file)}`;
  const days = priced.map(({ model }) => newestListPrice(model, catalog, asOf));
  const overlays = priced.map((entry, index) =>
    overlayOf(entry, { source: id, observed: days[index] ?? asOf }, document),
  );
  const source = {
    id,
    title: `Own price map ${path.basename(file)}`,
    publisher: "own",
    class: "own",
    checked: days.toSorted().at(-1),
  };
  const added = noEntries();
  readOverlay(
    { value: { sources: [source], overlays }, where: () => file },
    target,
    added,
    catalog,
  );
  const fieldsOf = ({ fields }: PricedEntry) => Object.keys(fields);
  return {
    catalog: layOver(catalog, added),
    reading: {
      priced: priced.map(({ key }) => key),
      otherEntries: entries.length - priced.length,
      otherFields: priced.flatMap(fieldsOf).filter((name) => !isPrice(name)).length,
    },
  };
}

function newestListPrice({ prices }: Model, { sources }: Catalog, asOf: IsoDate): IsoDate {
  const own = new Set(sources.flatMap(({ id, class: rank }) => (rank === "own" ? [id] : [])));
  const claims = Object.values(prices ?? {}).flatMap((list) =>
    TOKEN_PRICES.flatMap((price) => list[price] ?? []),
  );
  const days = claims.flatMap(({ source, observed }) =>
    own.has(source) || observed > asOf ? [] : [observed],
  );
  return days.toSorted().at(-1) ?? asOf;
}

function isPrice(name: string): boolean {
  return Object.hasOwn(FIELDS, name);
}

/** `gpt-4o`, `openai/gpt-4o-2024-08-06`, `ft:gpt-4o-mini-2024-07-18`; none for models and platforms of others. */
function entryOf(
  key: string,
  fields: unknown,
  { models }: Catalog,
  document: ParsedDocument,
): PricedEntry[] {
  const [, prefix, tuned, id = ""] = /^(?:([^/]+)\/)?(ft:)?([^/]+)$/.exec(key) ?? [];
  const model = models.find(
    (each) => each.id === id || each.snapshots.some((one) => one.id === id),
  );
  if (model === undefined || (prefix ?? model.provider) !== model.provider) return [];
  if (!isRecord(fields)) {
    const advice = 'write { "input_cost_per_token": 2.5e-06, … }';
    throw catalogFailure(`${key}: expected its prices`, document.where([key]), advice);
  }
  const { litellm_provider: provider } = fields;
  if (typeof provider === "string" && provider !== model.provider) return [];
  if (!Object.keys(fields).some(isPrice)) return [];
  return [
    { key, model, snapshot: id === model.id ? null : id, isTuned: tuned !== undefined, fields },
  ];
}

function overlayOf(
  { key, model, snapshot, isTuned, fields }: PricedEntry,
  origin: { source: string; observed: IsoDate },
  document: ParsedDocument,
) {
  const scope = snapshot === null ? {} : { scope: [snapshot] };
  const lists: Partial<Record<ServiceTier, Record<string, unknown>>> = {};
  for (const [name, [tier, price]] of Object.entries(FIELDS)) {
    const perToken = fields[name];
    if (perToken === undefined || perToken === null) continue;
    const value = usdPerMillionOf(perToken, name, document.where([key, name]));
    lists[tier] = { ...lists[tier], [price]: [{ value, ...origin, ...scope }] };
  }
  const sorted = SERVICE_TIERS.flatMap((tier) => (lists[tier] ? [[tier, lists[tier]]] : []));
  return { id: model.id, [isTuned ? "fineTunedPrices" : "prices"]: Object.fromEntries(sorted) };
}

/** Ten thousand dollars a million tokens: a figure above was meant a million, not a token. */
const MOST_USD_PER_TOKEN = 0.01;
/** The least figure of any price a million tokens. */
const LEAST_USD_PER_TOKEN = LEAST / 1e6;

/** Exact: 1.5e-07 is fifteen hundredths of a dollar a million, whatever the double nearest to it. */
function usdPerMillionOf(value: unknown, name: string, where: string): number {
  const example = "write dollars a token, as 2.5e-06 for $2.50 a million";
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw catalogFailure(`${name}: expected a number`, where, example);
  }
  if (value < 0) throw catalogFailure(`${name}: a price of ${value} is negative`, where, example);
  if (value > MOST_USD_PER_TOKEN) {
    const message = `${name}: ${value} would be $${(value * 1e6).toLocaleString("en-US")} a million tokens`;
    throw catalogFailure(message, where, example);
  }
  if (value > 0 && value < LEAST_USD_PER_TOKEN) {
    throw catalogFailure(`${name}: ${value} is no price anybody asks`, where, example);
  }
  return usd(exact(value).times(1e6));
}

function slugOf(file: string): string {
  const { name } = path.parse(file);
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 40) || "own"
  );
}
