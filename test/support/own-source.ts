/** A source of one's own, as an overlay needs one. */
export const OWN_SOURCE = {
  id: "own",
  title: "Own measurements",
  publisher: "Us",
  class: "own",
  checked: "2026-11-01",
  published: "2026-11-01",
};
