/** A model that is cheaper a token and dearer for this workload, because of how it counts images. */
import type { Warning } from "./schema.ts";
import type { CostEstimate, CostLine } from "../../decision/cost.ts";
import { exactMoney, multiple } from "../../words/figures.ts";

export interface PricedModel {
  id: string;
  name: string;
  cost: CostEstimate;
}

export function imageSurprises(models: readonly PricedModel[]): Warning[] {
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
      .map((cheap): Warning => ({
        code: "image-cost",
        model: dear.id,
        message: `images make ${dear.name} the dearer model here: it bills ${timesAsMuch(dear.images.usd, cheap.images.usd)} ${cheap.name} (${exactMoney(dear.images.usd)} against ${exactMoney(cheap.images.usd)} a request)`,
      })),
  );
}

function imageLine({ cost }: PricedModel): CostLine | undefined {
  return cost.lines.find((line) => line.item === "images");
}

function timesAsMuch(dear: number, cheap: number): string {
  return cheap === 0 ? "for them, unlike" : `${multiple(dear / cheap)} times as much for them as`;
}
