/** A change of model as JSON: where to, at what cost, what breaks, by when. Figures unrounded. */
import * as z from "zod/mini";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";
import { SEVERITIES, REQUEST_ENDPOINTS, WAIT_MEASURES } from "../../schema/vocabulary.ts";
import { excludedModel } from "../recommendation/ranking-schema.ts";
import { confidence, recommendation, sourceNote } from "../recommendation/schema.ts";

/** `may-qualify`: something that counts is not known of it. */
export const TARGET_STATUSES = ["qualifies", "may-qualify"] as const;

export const requestChange = z.strictObject({
  parameter: z.string(),
  severity: z.enum(SEVERITIES),
  /** Whether the caller sends it; null where nobody said what is sent. */
  sent: z.nullable(z.boolean()),
  /** It is a request that leaves the parameter out that changes. */
  whenOmitted: z.boolean(),
  replacedBy: z.nullable(z.string()),
  advice: z.string(),
  evidence: z.array(z.string()).check(z.minLength(1)),
  observed: isoDate,
  /** Some source says otherwise. */
  disputed: z.boolean(),
  unverified: z.boolean(),
});
export type RequestChange = z.infer<typeof requestChange>;

const usdRange = z.strictObject({
  effort: z.nullable(z.string()),
  /** Best guess, and the ends of the interval of billed tokens per visible one. */
  usdPerMonth: z.number(),
  low: z.number(),
  high: z.number(),
  outputMultiple: z.strictObject({ point: z.number(), low: z.number(), high: z.number() }),
  /** Whether a source states the multiple, or a prior stands in. */
  known: z.boolean(),
});

/** A point from which the target is no longer cheaper, or only from there; null where there is none. */
export const turn = z.strictObject({
  of: z.enum(["output-multiple", "cached-share", "images"]),
  at: z.number(),
  /** Beyond the point the target is the dearer one; else the cheaper one. */
  beyond: z.enum(["dearer", "cheaper"]),
  message: z.string(),
});
export type Turn = z.infer<typeof turn>;

export const measuredSwitch = z.strictObject({
  from: z.string(),
  to: z.string(),
  effort: z.nullable(z.string()),
  platform: z.nullable(z.string()),
  work: z.string(),
  result: z.string(),
  evidence: z.array(z.string()),
  observed: isoDate,
});

export const target = z.strictObject({
  model: z.string(),
  name: z.string(),
  rank: z.int(),
  status: z.enum(TARGET_STATUSES),
  /** What is not known of it, and would have to be for it to qualify. */
  open: z.array(z.strictObject({ constraint: z.string(), message: z.string() })),
  /** The vendor of the old model names it as the replacement. */
  named: z.boolean(),
  score: z.number(),
  probabilityBest: z.nullable(z.number()),
  effort: z.nullable(z.string()),
  defaultEffort: z.nullable(z.string()),
  cost: usdRange,
  /** The bill of a request that names no effort; null where that is the effort it is judged at. */
  costAtDefaultEffort: z.nullable(usdRange),
  wait: z.strictObject({
    seconds: z.number(),
    low: z.number(),
    high: z.number(),
    measure: z.enum(WAIT_MEASURES),
    /** False: nobody measured it at this effort, and the figures are a cautious guess. */
    known: z.boolean(),
  }),
  /** Null where nobody measured it at this effort: unknown. */
  quality: z.nullable(
    z.strictObject({ index: z.number(), low: z.number(), high: z.number(), meetsBar: z.boolean() }),
  ),
  announcedEnd: z.nullable(isoDate),
  turns: z.array(turn),
  changes: z.array(requestChange),
  /** Changes of a request that the caller sends, or of every one where nobody said what is sent. */
  changesNeeded: z.int(),
  lost: z.array(z.string()),
  unconfirmed: z.array(z.string()),
  gained: z.array(z.string()),
});
export type Target = z.infer<typeof target>;

export const notTarget = z.strictObject({
  ...excludedModel.shape,
  announcedEnd: z.nullable(isoDate),
  /** Days its end lies before (negative: after) that of the old model; null unless both are announced. */
  daysBeforeOldEnd: z.nullable(z.int()),
});
export type NotTarget = z.infer<typeof notTarget>;

export const planStep = z.strictObject({
  date: isoDate,
  /** The day the plan asks for lies in the past: it is today's work. */
  overdue: z.boolean(),
  daysBefore: z.int(),
  step: z.string(),
  because: z.string(),
});
export type PlanStep = z.infer<typeof planStep>;

export const migration = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  asOf: isoDate,
  program: recommendation.shape.program,
  catalog: z.strictObject({
    digest: z.string(),
    newestEvidence: z.nullable(isoDate),
    constants: z.string(),
    overlaid: z.array(z.string()),
  }),
  requirements,
  assumptions: recommendation.shape.assumptions,
  from: z.strictObject({
    model: z.string(),
    name: z.string(),
    vendor: z.string(),
    snapshot: z.nullable(z.string()),
    fineTuned: z.boolean(),
    announced: z.nullable(isoDate),
    /** Last day of service; null where none is announced. */
    shutdown: z.nullable(isoDate),
    /** Negative once it is over. */
    daysLeft: z.nullable(z.int()),
    replacement: z.nullable(
      z.strictObject({ model: z.string(), source: z.string(), observed: isoDate }),
    ),
    closesBefore: z.array(
      z.strictObject({ what: z.string(), date: isoDate, evidence: z.array(z.string()) }),
    ),
    usdPerMonth: z.nullable(z.number()),
    usdPerRequest: z.nullable(z.number()),
  }),
  /** What the request sends, as far as somebody said; null where nobody did. */
  sends: z.nullable(z.array(z.string())),
  endpoint: z.enum(REQUEST_ENDPOINTS),
  /** The day a target has to be served until. */
  until: isoDate,
  /** Null when no target is left. */
  recommendation: z.nullable(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      status: z.enum(TARGET_STATUSES),
      confidence: z.omit(confidence, { calibration: true }),
      /** What would settle what is not known. */
      settles: z.array(z.string()),
      summary: z.string(),
    }),
  ),
  targets: z.array(target),
  notThese: z.array(notTarget),
  measuredSwitches: z.array(measuredSwitch),
  plan: z.array(planStep),
  sources: z.record(z.string(), sourceNote),
});
export type Migration = z.infer<typeof migration>;
/** The model that ends, as the result describes it. */
export type OldModel = Migration["from"];
