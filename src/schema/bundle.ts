/** A bundle: many models and many additions in one file, and a discount that holds for all of them. */
import * as z from "zod/mini";
import { claims } from "./claim.ts";
import { source, vendor } from "./descriptions.ts";
import { model, modelOverlay } from "./model.ts";
import { identifier, share } from "./scalars.ts";

export const bundleFile = z
  .strictObject({
    sources: z.optional(z.array(source)),
    vendors: z.optional(z.array(vendor)),
    models: z.optional(z.array(model)),
    overlays: z.optional(z.array(modelOverlay)),
    /** A flat reduction of every token price of every model, or of one provider's. */
    discount: z.optional(claims(share)),
    provider: z.optional(identifier),
  })
  .check(
    z.refine(
      ({ provider, discount }) => provider === undefined || discount !== undefined,
      "a provider says whose prices a discount reduces: give the discount",
    ),
  );
