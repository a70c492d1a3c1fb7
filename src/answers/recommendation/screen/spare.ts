/** What goes first where the screen is full. */
export const SPARE = {
  hint: 1,
  thirdChange: 2,
  facts: 3,
  otherAlert: 4,
  otherExclusion: 5,
  exclusion: 6,
} as const;
