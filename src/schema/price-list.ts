/** Price lists: tokens by service tier, a vendor's tools, and what a long input multiplies. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { claims } from "./claim.ts";
import { amount, boundedCount, multiple, quantity } from "./scalars.ts";
import { byName } from "./texts.ts";
import { SERVICE_TIERS, TOKEN_PRICES } from "./vocabulary.ts";

/** No price list comes near a dollar a token, nor does any but a free one fall below a billionth of one. */
const price = amount(1e-9, 1e6);
export const usdPerMillionTokens = claims(price);
/** One price list, USD per million tokens. A price nobody states is absent: unknown, never zero. */
export const priceList = strictObject({
  ...byName(TOKEN_PRICES, () => z.optional(usdPerMillionTokens)),
  /** Whether the vendor sells this tier at all; a stated `false` excludes the model from it. */
  offered: z.optional(claims(z.boolean())),
});

export const priceListsByTier = z.partialRecord(z.enum(SERVICE_TIERS), priceList);

/** A fixed charge per use of a vendor's tool. */
export const toolPrices = strictObject({
  webSearchUsdPerThousandCalls: z.optional(claims(price)),
  /** Search content billed as a fixed block of input tokens a call. */
  webSearchInputTokensPerCall: z.optional(claims(boundedCount)),
  fileSearchUsdPerThousandCalls: z.optional(claims(price)),
  fileStorageUsdPerGigabyteDay: z.optional(claims(price)),
});

/** Above this many input tokens the whole request is billed at these multiples. */
export const longContextStep = strictObject({
  aboveInputTokens: quantity,
  inputMultiple: multiple,
  outputMultiple: multiple,
});
