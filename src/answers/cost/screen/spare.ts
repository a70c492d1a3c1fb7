/** The order in which parts of the cost screen go where it is full: what the bills or the headline say too before the rest. */
export const SPARE = {
  /** Line by line, below the sums of all. */
  bills: 1,
  details: 2,
  otherTurns: 3,
  evidence: 4,
  imageRule: 5,
  turns: 6,
  unpriced: 7,
  otherLimits: 8,
  ownPrices: 9,
  successor: 10,
  facts: 11,
  limits: 12,
  /** An option was typed for it. */
  asked: 13,
  sums: 14,
} as const;
