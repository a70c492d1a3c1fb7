/** The side-by-side comparison as JSON: every trait a row, every model a cell, every cell with its claims. */
import * as z from "zod/mini";
import { ARTICLE_VERDICTS } from "../../schema/descriptions.ts";
import { isoDate } from "../../schema/scalars.ts";
import { sourceNote } from "../recommendation/schema.ts";

/** `disputed`: some claim in scope differs from the value; `missing`: nobody says. */
export const CELL_STATUSES = ["fresh", "stale", "missing", "disputed"] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

/** Against chance: `unknown` where nobody publishes how many questions a test has. */
export const LEAD_CERTAINTIES = ["clear", "noise", "unknown"] as const;

const known = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
export type KnownValue = z.infer<typeof known>;

export const comparedClaim = z.strictObject({
  /** Place in the model file: `prices.standard.input`. */
  fact: z.string(),
  value: known,
  source: z.string(),
  observed: isoDate,
  /** The source carries no date; `observed` is a stand-in. */
  undated: z.boolean(),
  /** The claim behind the value. */
  chosen: z.boolean(),
  note: z.nullable(z.string()),
});
export type ComparedClaim = z.infer<typeof comparedClaim>;

export const comparisonCell = z.strictObject({
  /** Unrounded; null when not known. */
  value: z.nullable(known),
  /** For people, rounded, in the row's unit. */
  text: z.string(),
  status: z.enum(CELL_STATUSES),
  /** Measured on the nearest other snapshot of the same model. */
  fromSibling: z.boolean(),
  evidence: z.array(comparedClaim),
});
export type ComparisonCell = z.infer<typeof comparisonCell>;

export const comparisonRow = z.strictObject({
  trait: z.string(),
  group: z.string(),
  label: z.string(),
  unit: z.nullable(z.string()),
  /** By model id. */
  cells: z.record(z.string(), comparisonCell),
  /** `16.7x cheaper`; null when fewer than two values are known or there is nothing to compare. */
  difference: z.nullable(z.string()),
  /** The model the difference speaks for. */
  favours: z.nullable(z.string()),
  /** Who has the better figure, be it by chance; null where figures are not subtracted. */
  lead: z.nullable(
    z.strictObject({
      model: z.string(),
      /** In the row's unit, over the next best. */
      by: z.number(),
      certainty: z.enum(LEAD_CERTAINTIES),
    }),
  ),
  /** What is often said about this trait, and what the evidence says. */
  article: z.optional(
    z.strictObject({
      claim: z.string(),
      verdict: z.enum(ARTICLE_VERDICTS),
      evidence: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  /** What a reader must know beside the cells. */
  notes: z.array(z.string()),
});
export type ComparisonRow = z.infer<typeof comparisonRow>;

export const comparisonAlert = z.strictObject({
  models: z.array(z.string()),
  /** The day the models end, or null when the alert is about something else. */
  date: z.nullable(isoDate),
  message: z.string(),
});
export type ComparisonAlert = z.infer<typeof comparisonAlert>;

export const comparison = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  asOf: isoDate,
  models: z.array(
    z.strictObject({ id: z.string(), name: z.string(), snapshot: z.nullable(z.string()) }),
  ),
  /** Endings first. */
  alerts: z.array(comparisonAlert),
  /** One plain sentence of at most 200 characters. */
  summary: z.string(),
  /** Which claims the cells carry: the one behind the value, or all that speak of the model. */
  evidence: z.enum(["chosen", "all"]),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  rows: z.array(comparisonRow),
  /** Every source id used above. */
  sources: z.record(z.string(), sourceNote),
});
export type Comparison = z.infer<typeof comparison>;
