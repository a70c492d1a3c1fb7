/** What one image of each kind costs on each model: a fixed part, and a part for every tile. */
import type { ImageInput } from "../../../schema/requirements.ts";
import { count, exactMoney } from "../../../words/figures.ts";
import { countedElsewhere, tileRule } from "../../../words/workload.ts";
import type { BilledImage, CostResult } from "../schema.ts";
import type { Block, Note } from "../../../format/document.ts";
import { SPARE } from "./spare.ts";

export function imageTable({ bills, requirements }: CostResult): Block | null {
  const stated = requirements.workload?.images ?? [];
  const rows = bills.flatMap(({ name, images }) =>
    images.map((image, place) => [
      shapeOf(image),
      name,
      ruleOf(image, stated[place]),
      image.tokensEach === null ? "not known" : count(image.tokensEach),
      image.usdEach === null ? "–" : exactMoney(image.usdEach),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    kind: "table",
    spare: SPARE.bills,
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

/** `1024x1024 auto: GPT-4o 85 + 4 x 170; GPT-4o mini 2,833 + 4 x 5,667`: one note a kind of image. */
export function imageNotes({ bills, requirements }: CostResult): Note[] {
  const stated = requirements.workload?.images ?? [];
  const priced = bills.filter(({ status }) => status === "priced");
  return (priced[0]?.images ?? []).map((image, place) => {
    const counted = priced.map(({ name, images }) => {
      const own = images[place];
      if (own === undefined || own.tokensEach === null) return `${name} not known`;
      const rule = ruleOf(own, stated[place]);
      return `${name} ${rule}`;
    });
    return {
      label: place === 0 ? "Image" : "",
      text: `${shapeOf(image)}: ${counted.join("; ")}`,
      spare: SPARE.imageRule,
    };
  });
}

function ruleOf(billed: BilledImage, stated: ImageInput | undefined): string {
  const { baseTokens: base, tokensPerTile: perTile, tiles, tokensEach } = billed;
  if (base !== null && perTile !== null && tiles !== null) {
    return tileRule({ base, perTile, tiles });
  }
  if (tokensEach === null || stated === undefined || !("tokens" in stated)) return "not known";
  return countedElsewhere(stated);
}

function shapeOf({ pixels, detail, count: number }: BilledImage): string {
  const times = number === 1 ? "" : ` x${count(number)}`;
  return pixels === null ? `counted${times}` : `${pixels} ${detail ?? ""}${times}`;
}
