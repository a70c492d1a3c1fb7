/** The models of the catalog: what each costs, holds, and how long it is served. */
import { addDays } from "../../facts/calendar.ts";
import { asStated, counted, exactMoney } from "../../words/figures.ts";
import { openFactSheets } from "../../facts/fact-sheets.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { lifecycleFacts } from "../../facts/lifecycle.ts";
import { newestEvidence } from "../../facts/claims.ts";
import { priceFacts } from "../../facts/prices.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { dim, type Document, strong, type Text } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { naming } from "./listing.ts";

interface ListedModel {
  id: string;
  name: string;
  provider: string;
  role: string;
  /** What the id means on the day; null before its release. */
  snapshot: string | null;
  snapshots: string[];
  inputUsdPerMillionTokens: number | null;
  outputUsdPerMillionTokens: number | null;
  contextTokens: number | null;
  maxOutputTokens: number | null;
  /** Last day of service; null when no end is announced. */
  shutdown: IsoDate | null;
  replacement: string | null;
}

const COLUMNS = [
  "id",
  "name",
  "provider",
  "role",
  "snapshot",
  "inputUsdPerMillionTokens",
  "outputUsdPerMillionTokens",
  "contextTokens",
  "maxOutputTokens",
  "shutdown",
  "replacement",
] as const satisfies (keyof ListedModel)[];

/** @param asOf claims observed later are left out */
export function presentModels(catalog: Catalog, asOf: IsoDate): Presentation {
  const sheets = openFactSheets(catalog, asOf);
  const models = catalog.models.flatMap(({ id }) => {
    const sheet = sheets.find(id);
    return sheet === null ? [] : [listed(sheet)];
  });
  const newest = newestEvidence(sheets);
  const ids = models.map(({ id }) => id);
  return {
    data: () => ({ schemaVersion: 1, asOf, newestEvidence: newest, models }),
    document: () => documentOf(models, asOf, newest),
    grid: () => {
      return {
        columns: COLUMNS,
        rows: models.map((model) => COLUMNS.map((column) => model[column])),
      };
    },
    summary: () => naming(ids, "model"),
    quiet: () => ids,
  };
}

function listed(sheet: FactSheet): ListedModel {
  const { model, snapshot } = sheet.candidate;
  const prices = priceFacts(sheet, "standard", false);
  const { shutdown, replacement } = lifecycleFacts(sheet);
  return {
    id: model.id,
    name: model.name,
    provider: model.provider,
    role: model.role,
    snapshot: snapshot?.id ?? null,
    snapshots: model.snapshots.map(({ id }) => id),
    inputUsdPerMillionTokens: prices.input.value,
    outputUsdPerMillionTokens: prices.output.value,
    contextTokens: sheet.numeric("limits.contextTokens").value,
    maxOutputTokens: sheet.numeric("limits.maxOutputTokens").value,
    shutdown: shutdown.value,
    replacement: replacement.value,
  };
}

function documentOf(
  models: readonly ListedModel[],
  asOf: IsoDate,
  newest: IsoDate | null,
): Document {
  return {
    title: "Models of the catalog",
    blocks: [
      {
        kind: "headline",
        left: [strong(counted(models.length, "model"))],
        right: [dim(`as of ${asOf}, newest evidence ${newest ?? "none"}`)],
      },
      {
        kind: "table",
        columns: [
          { header: "model", align: "left" },
          { header: "role", align: "left" },
          { header: "$/1M in", align: "right" },
          { header: "$/1M out", align: "right" },
          { header: "context", align: "right" },
          { header: "served until", align: "left" },
        ],
        rows: models.map((model) => [
          model.id,
          model.snapshot === null ? "not released" : model.role,
          known(model.inputUsdPerMillionTokens, exactMoney),
          known(model.outputUsdPerMillionTokens, exactMoney),
          known(model.contextTokens, asStated),
          served(model.shutdown, asOf),
        ]),
      },
    ],
  };
}

function known(value: number | null, written: (value: number) => string): Text {
  return value === null ? [dim("unknown")] : written(value);
}

function served(shutdown: IsoDate | null, asOf: IsoDate): Text {
  if (shutdown === null) return "not announced";
  return addDays(shutdown, 1) <= asOf ? `ended ${shutdown}` : shutdown;
}
