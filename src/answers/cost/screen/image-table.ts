/** What one image of each kind costs on each model: a fixed part, and a part for every tile. */
import { count, exactMoney } from "../../../words/figures.ts";
import type { BilledImage, CostResult } from "../schema.ts";
import type { Block } from "../../../format/document.ts";

export function imageTable({ bills }: CostResult): Block | null {
  const rows = bills.flatMap(({ name, images }) =>
    images.map((image) => [
      shapeOf(image),
      name,
      image.arithmetic.replace(/ = .*$/, ""),
      image.tokensEach === null ? "not known" : count(image.tokensEach),
      image.usdEach === null ? "–" : exactMoney(image.usdEach),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    kind: "table",
    caption: "One image",
    columns: [
      { header: "image", align: "left" },
      { header: "on", align: "left" },
      { header: "base + tiles", align: "left" },
      { header: "tokens", align: "right" },
      { header: "costs", align: "right" },
    ],
    rows,
  };
}

function shapeOf({ pixels, detail, count: number }: BilledImage): string {
  const times = number === 1 ? "" : ` x${count(number)}`;
  return pixels === null ? `counted${times}` : `${pixels} ${detail ?? ""}${times}`;
}
