/** Tables beside the bills: what an image of each kind costs, every service tier, what wrong answers add. */
import type { Block, Note } from "../../../format/document.ts";
import type { ImageInput } from "../../../schema/requirements.ts";
import { SERVICE_TIERS } from "../../../schema/vocabulary.ts";
import {
  count,
  exactMoney,
  dollars,
  finePercent,
  orDash,
  unitMoney,
} from "../../../words/figures.ts";
import { countedElsewhere, tileRule } from "../../../words/workload.ts";
import type { BilledImage, CostResult, TierPrice } from "../schema.ts";
import { SPARE } from "./spare.ts";
import { STATUS_WORDS } from "./words.ts";

export function imageTable({ bills, requirements }: CostResult): Block | null {
  const stated = requirements.workload?.images ?? [];
  const rows = bills.flatMap(({ name, images }) =>
    images.map((image, place) => [
      shapeOf(image),
      name,
      ruleOf(image, stated[place]),
      image.tokensEach === null ? "not known" : count(image.tokensEach),
      orDash(image.usdEach, exactMoney),
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

/** Bills with what wrong answers add, from the user's own success rates. */
export function errorTable({ errors }: CostResult): Block | null {
  if (errors === null || errors.models.length === 0) return null;
  const { usdPerError } = errors;
  const caption =
    usdPerError === null
      ? "With your success rates"
      : `With your success rates, at ${exactMoney(usdPerError)} an error`;
  return {
    kind: "table",
    caption,
    columns: [
      { header: "model", align: "left" },
      { header: "right", align: "right" },
      { header: "a right answer", align: "right" },
      ...(usdPerError === null
        ? []
        : ([
            { header: "a request", align: "right" },
            { header: "a month", align: "right" },
          ] as const)),
    ],
    rows: errors.models.map((row) => [
      row.name,
      finePercent(row.successRate),
      orDash(row.usdPerSuccess, unitMoney),
      ...(row.usdPerRequestWithErrors === null || row.usdPerMonthWithErrors === null
        ? []
        : [exactMoney(row.usdPerRequestWithErrors), dollars(row.usdPerMonthWithErrors)]),
    ]),
  };
}

/** The same workload in every service tier, side by side. */
export function tierTable({ tiers, totalRequests }: CostResult): Block | null {
  if (tiers === null) return null;
  const period = totalRequests === null ? "a month" : `for ${count(totalRequests)} requests`;
  return {
    kind: "table",
    caption: `Every service tier, ${period}`,
    columns: [
      { header: "model", align: "left" },
      ...SERVICE_TIERS.map((header) => ({ header, align: "right" }) as const),
    ],
    rows: tiers.map(({ name, tiers: prices }) => [name, ...prices.map(cellOf)]),
  };
}

function cellOf({ status, usdTotal, usdPerMonth }: TierPrice): string {
  if (status !== "priced") return STATUS_WORDS[status];
  return dollars(usdTotal ?? usdPerMonth ?? 0);
}
