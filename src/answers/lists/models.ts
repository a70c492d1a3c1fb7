/** The models of the catalog: what each costs, holds, and how long it is served. */
import { newestEvidence } from "../../facts/claims.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { openFactSheets, lifecycleFacts, priceFacts } from "../../facts/fact-sheets.ts";
import { gridOf, type GridColumns, tableOf } from "../../format/columns.ts";
import { dim, type Document, strong, type Text } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { addDays } from "../../schema/texts.ts";
import { asStated, counted, exactMoney } from "../../words/figures.ts";
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

const columnsOn = (asOf: IsoDate): GridColumns<ListedModel> => ({
  id: { value: ({ id }) => id, header: "model" },
  name: { value: ({ name }) => name },
  provider: { value: ({ provider }) => provider },
  role: {
    value: ({ role }) => role,
    header: "role",
    text: ({ snapshot, role }) => (snapshot === null ? "not released" : role),
  },
  snapshot: { value: ({ snapshot }) => snapshot },
  inputUsdPerMillionTokens: {
    value: ({ inputUsdPerMillionTokens }) => inputUsdPerMillionTokens,
    header: "$/1M in",
    align: "right",
    text: ({ inputUsdPerMillionTokens }) => known(inputUsdPerMillionTokens, exactMoney),
  },
  outputUsdPerMillionTokens: {
    value: ({ outputUsdPerMillionTokens }) => outputUsdPerMillionTokens,
    header: "$/1M out",
    align: "right",
    text: ({ outputUsdPerMillionTokens }) => known(outputUsdPerMillionTokens, exactMoney),
  },
  contextTokens: {
    value: ({ contextTokens }) => contextTokens,
    header: "context",
    align: "right",
    text: ({ contextTokens }) => known(contextTokens, asStated),
  },
  maxOutputTokens: { value: ({ maxOutputTokens }) => maxOutputTokens },
  shutdown: {
    value: ({ shutdown }) => shutdown,
    header: "served until",
    text: ({ shutdown }) => served(shutdown, asOf),
  },
  replacement: { value: ({ replacement }) => replacement },
});

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
    grid: () => gridOf(columnsOn(asOf), models),
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
      tableOf(columnsOn(asOf), models),
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
