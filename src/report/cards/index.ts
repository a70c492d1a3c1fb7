/** The cards under the verdict, in the order of the page: a new one is a file beside this one and a line below. */
import { bill } from "./bill.ts";
import type { Card } from "./card.ts";
import { changes } from "./changes.ts";
import { hundred } from "./hundred.ts";
import { lanes } from "./lanes.ts";
import { scorecard } from "./scorecard.ts";

export { type Card, cardElement } from "./card.ts";

export const CARDS: readonly Card[] = [scorecard, lanes, hundred, changes];
/** With the charts. */
export const CARDS_BELOW: readonly Card[] = [bill];
