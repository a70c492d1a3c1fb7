/** The confidence card: a hundred what-if runs, each a symbol of the model that comes first in it. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { list, outOfHundred, percent } from "../../words/figures.ts";
import { whatIfRuns } from "../../words/sentences.ts";
import { nameElement, plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { Card } from "./card.ts";

const ACROSS = 20;
const STEP = 14;
const AREA = 78;

interface Share {
  id: string;
  name: string;
  probability: number;
  /** Of the hundred. */
  symbols: number;
}

export const hundred: Card = {
  id: "sureness",
  parts(pen, { shown }) {
    const shares = sharesOf(shown);
    const pick = shown.result.recommendation;
    const [first] = shares;
    if (pick === null || first === undefined || shown.result.ranking.length < 2) return null;
    const { make, palette } = pen;
    const { draws, overWeights } = pick.confidence;
    const oftenest = shares.reduce((best, each) =>
      each.probability > best.probability ? each : best,
    );
    const notes = [
      draws === 0
        ? "Of your priorities; the evidence is taken at its points."
        : `Of your priorities and of the evidence; of the priorities alone ${outOfHundred(overWeights)}.`,
      oftenest.id === pick.model
        ? null
        : `${plainName(oftenest.name)} comes first more often, yet has fewer points at what you asked.`,
    ].filter((note) => note !== null);
    return {
      title: `${pick.tie ? "Practically tied, first" : "First"} in ${whatIfRuns(pick.confidence.probability, draws)}`,
      note: notes.join(" "),
      body: [
        symbolsOf(pen, shares),
        make(
          "p",
          { class: "key" },
          ...shares
            .filter(({ symbols }) => symbols > 0)
            .flatMap(({ id, name, probability }) => [
              make(
                "span",
                { class: `hued ${palette.classOf(id)}` },
                nameElement(make, name),
                ` ${Math.round(probability * 100)}`,
              ),
              " ",
            ]),
        ),
      ],
    };
  },
};

function symbolsOf({ shape, palette }: Pen, shares: readonly Share[]) {
  const order = shares.flatMap(({ id, symbols }) => Array.from({ length: symbols }, () => id));
  const rows = Math.ceil(order.length / ACROSS);
  const says = list(
    shares.map(({ name, probability }) => `${plainName(name)} ${percent(probability)}`),
  );
  return shape(
    "svg",
    {
      class: "hundred",
      viewBox: `0 0 ${ACROSS * STEP} ${rows * STEP}`,
      role: "img",
      "aria-label": `Comes first: ${says}`,
    },
    ...order.map((id, place) =>
      shape("path", {
        class: `filled ${palette.classOf(id)}`,
        transform: `translate(${(place % ACROSS) * STEP + STEP / 2} ${Math.floor(place / ACROSS) * STEP + STEP / 2})`,
        d: palette.symbolOf(id, AREA),
      }),
    ),
  );
}

/** The pick first, then by how often; rounded so that they are a hundred together (largest remainders). */
function sharesOf({ result }: Answer): Share[] {
  const pick = result.recommendation?.model;
  const known = result.ranking.flatMap(({ model, name, probabilityBest }) =>
    probabilityBest === null ? [] : [{ id: model, name, probability: probabilityBest }],
  );
  const ordered = known.toSorted((one, two) =>
    one.id === pick ? -1 : two.id === pick ? 1 : two.probability - one.probability,
  );
  const total = known.reduce((sum, { probability }) => sum + probability, 0) || 1;
  const exact = ordered.map((each) => ({ ...each, part: (100 * each.probability) / total }));
  const missing = 100 - exact.reduce((sum, { part }) => sum + Math.floor(part), 0);
  const byRemainder = exact
    .toSorted((one, two) => (two.part % 1) - (one.part % 1))
    .slice(0, missing)
    .map(({ id }) => id);
  return exact.map(({ id, name, probability, part }) => ({
    id,
    name,
    probability,
    symbols: Math.floor(part) + (byRemainder.includes(id) ? 1 : 0),
  }));
}
