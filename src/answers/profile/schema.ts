/** What usage comes to, group by group, as JSON: figures unrounded. */
import * as z from "zod/mini";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";

const range = z.tuple([z.number(), z.number()]);

export const profiledGroup = z.strictObject({
  /** Null: of records that name none. */
  group: z.nullable(z.string()),
  /** `flex` and `scale` are not priced. */
  serviceTier: z.string(),
  /** Of the group's requests in all tiers. */
  tierShare: z.number(),
  inUse: z.array(
    z.strictObject({
      model: z.nullable(z.string()),
      /** The model of the catalog that it is; null where there is none. */
      catalogModel: z.nullable(z.string()),
      requestsPerMonth: z.number(),
      inputTokens: z.number(),
      outputTokens: z.number(),
    }),
  ),
  requests: z.number(),
  requestsPerMonth: z.number(),
  /** Means a request; text, cached tokens included. */
  inputTokens: z.number(),
  cachedInputTokens: z.number(),
  outputTokens: z.number(),
  /** As the models in use count them. */
  imageTokens: z.number(),
  peakRequestsPerMinute: z.nullable(z.number()),
  firstTokenSeconds: z.nullable(z.number()),
  answerSeconds: z.nullable(z.number()),
  outputTokensPerSecond: z.nullable(z.number()),
  /** Billed tokens per visible one, where hidden ones were counted. */
  outputMultiple: z.nullable(z.number()),
  /** Null for a tier without prices. */
  requirements: z.nullable(requirements),
  costs: z.array(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      imageTokensPerRequest: z.nullable(z.number()),
      /** Null: unpriced. */
      usdPerRequest: z.nullable(z.number()),
      usdPerMonth: z.nullable(z.number()),
    }),
  ),
  cheapest: z.nullable(z.string()),
  pick: z.nullable(z.strictObject({ model: z.string(), name: z.string(), tie: z.boolean() })),
  /** The bill beside list prices, over the days of the file. */
  reconciled: z.nullable(
    z.strictObject({ computedUsd: z.number(), billedUsd: z.number(), ratio: z.number() }),
  ),
  /** Central 90 % of the mean day, as a month; null below seven days. */
  whatIf: z.nullable(
    z.strictObject({
      requestsPerMonth: range,
      usdPerMonth: z.array(z.strictObject({ model: z.string(), range })),
    }),
  ),
  notes: z.array(z.string()),
});
export type ProfiledGroup = z.infer<typeof profiledGroup>;

export const profile = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: isoDate,
  grouping: z.enum(["project", "model", "api-key", "tag", "none"]),
  days: z.number(),
  from: z.nullable(isoDate),
  until: z.nullable(isoDate),
  totals: z.strictObject({
    requests: z.number(),
    textInput: z.number(),
    cachedInput: z.number(),
    /** Of the text that did not come out of the vendor's cache, what was written to it, as far as the records say. */
    cacheWriteInput: z.number(),
    imageInput: z.number(),
    /** Of these, what came out of the vendor's cache. */
    cachedImageInput: z.number(),
    audioInput: z.number(),
    output: z.number(),
  }),
  groups: z.array(profiledGroup),
  notes: z.array(z.string()),
});
export type Profile = z.infer<typeof profile>;
