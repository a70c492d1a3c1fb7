/** Questions about cost, put to the shipped catalog or to one like it. */
import { billWorkload, type CostQuestion } from "../../../src/answers/cost/cost-result.ts";
import type {
  BreakEven,
  BreakEvenKind,
  CostResult,
  ModelBill,
} from "../../../src/answers/cost/schema.ts";
import { type Billing, openBilling, type Subject } from "../../../src/answers/cost/subject.ts";
import { openCatalog } from "../../../src/catalog/index.ts";
import type { Need } from "../../../src/decision/need.ts";
import { openFactSheets } from "../../../src/facts/fact-sheets.ts";
import { normalisedRequirements, resolveNeed } from "../../../src/question/index.ts";
import type { Catalog } from "../../../src/schema/catalog.ts";
import type { Requirements } from "../../../src/schema/requirements.ts";

export const shipped = await openCatalog();
export const DAY = "2026-11-22";
export const BOTH = ["gpt-4o", "gpt-4o-mini"];

export interface Asked extends Requirements {
  catalog?: Catalog;
  question?: Partial<CostQuestion>;
}

/** Everything stated by flag. */
export function needOf(document: Requirements, catalog: Catalog = shipped): Need {
  const layer = { from: "flag" as const, document, originOf: () => "--flag" };
  return resolveNeed([layer], catalog, { asOf: DAY });
}

export function costOf({ catalog = shipped, question, ...document }: Asked): CostResult {
  const need = needOf(document, catalog);
  return billWorkload(need, openFactSheets(catalog, need.asOf), {
    totalRequests: null,
    compareTiers: false,
    usdPerError: null,
    successRates: {},
    requirements: normalisedRequirements(need),
    version: "0.0.0",
    ...question,
  });
}

export function billingOf({ catalog = shipped, question, ...document }: Asked): Billing {
  const need = needOf(document, catalog);
  return openBilling(need, openFactSheets(catalog, need.asOf), question?.totalRequests ?? null);
}

export function billIn({ bills }: Pick<CostResult, "bills">, model: string): ModelBill {
  return found(bills.find((bill) => bill.model === model));
}

export function subjectIn({ subjects }: Billing, id: string): Subject {
  return found(subjects.find((subject) => subject.id === id));
}

export function breakEvensIn({ breakEvens }: CostResult, kind: BreakEvenKind): BreakEven[] {
  return breakEvens.filter((each) => each.kind === kind);
}

export function found<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error("not there");
  return value;
}
