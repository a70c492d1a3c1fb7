/** The order in which blocks go where the screen is full. */
export const SPARE = {
  hint: 1,
  thirdChange: 2,
  facts: 3,
  otherAlert: 4,
  otherExclusion: 5,
  exclusion: 6,
  questions: 7,
  assumed: 8,
  changes: 9,
  successor: 10,
  reasons: 11,
  runs: 12,
  prices: 13,
  why: 14,
  otherModels: 15,
} as const;
