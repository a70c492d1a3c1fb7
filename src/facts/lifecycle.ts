/** Lifecycle facts: announced shutdown, named replacement, end of fine-tuning. */
import type { Fact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";

export interface LifecycleFacts {
  /** Last day of service in the vendor's own API. */
  shutdown: Fact<string>;
  replacement: Fact<string>;
  fineTuningCloses: Fact<string>;
  fineTuningClosedToNewCustomers: Fact<string>;
}

export function lifecycleFacts(sheet: FactSheet): LifecycleFacts {
  return sheet.group("lifecycle", () => ({
    shutdown: sheet.plain("lifecycle.shutdown"),
    replacement: sheet.plain("lifecycle.replacement"),
    fineTuningCloses: sheet.plain("lifecycle.fineTuningCloses"),
    fineTuningClosedToNewCustomers: sheet.plain("lifecycle.fineTuningClosedToNewCustomers"),
  }));
}
