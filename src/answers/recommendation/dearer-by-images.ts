/** A model that is cheaper a token and dearer for this workload, because of how it counts images. */
import type { CostEstimate, CostLine } from "../../decision/cost.ts";
import type { Finding } from "../../words/findings.ts";

export interface PricedModel {
  id: string;
  name: string;
  cost: CostEstimate;
}

export function dearerByImages(models: readonly PricedModel[]): Finding[] {
  const billed = models.flatMap((model) => {
    const images = imageLine(model);
    return images === undefined ? [] : [{ ...model, images }];
  });
  return billed.flatMap((dear) =>
    billed
      .filter(
        (cheap) =>
          dear.images.price < cheap.images.price &&
          dear.cost.usdPerRequest > cheap.cost.usdPerRequest,
      )
      .map((cheap): Finding => ({
        code: "image-cost",
        model: dear.id,
        name: dear.name,
        usdForImages: dear.images.usd,
        cheaper: { name: cheap.name, usdForImages: cheap.images.usd },
      })),
  );
}

function imageLine({ cost }: PricedModel): CostLine | undefined {
  return cost.lines.find((line) => line.item === "images");
}
