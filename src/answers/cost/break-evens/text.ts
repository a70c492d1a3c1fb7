/** Text tokens for every image at which the model that is dearer for images is cheaper again. */
import { count } from "../../../words/figures.ts";
import { longInputSteps, tokensBesideText } from "../crossing.ts";
import type { Subject, BreakEvenRule } from "../subject.ts";
import { imageMixOf } from "./images.ts";
import { entriesOf, pairsOf, turns } from "./pairs.ts";

export const textTokensPerImage: BreakEvenRule = ({ subjects, need }) => {
  const { workload } = need;
  const mix = imageMixOf(workload);
  const images = mix.now === 0 ? 1 : mix.now;
  return pairsOf(subjects).flatMap((pair) => {
    const { cheaper, dearer } = pair;
    const bill = (subject: Subject) => (tokens: number) => {
      const mean = tokens * images;
      return subject.request({
        images: mix.images(images),
        inputTokens: { mean, p50: mean, max: mean },
      });
    };
    const from = workload.cachedInputTokens / images;
    if (bill(cheaper)(from) === null || bill(dearer)(from) === null) return [];
    const found = turns(cheaper, dearer, bill(cheaper), bill(dearer), {
      from,
      to: Infinity,
      steps: longInputSteps([cheaper, dearer]).map(
        ({ subject, tokens }) => (tokens - tokensBesideText(subject)) / images,
      ),
    });
    const now = mix.now === 0 ? null : workload.inputTokens.mean / images;
    const unit = "text tokens in for every image";
    return entriesOf(
      found,
      pair,
      { kind: "text-tokens-per-image", unit, now },
      {
        turn: ({ at, above }) =>
          `with ${images === 1 ? "an " : ""}${mix.words(images)}, ${above.name} is cheaper above ${count(at)} ${unit}`,
        none: () =>
          `no number of ${unit} changes which is cheaper of ${cheaper.name} and ${dearer.name}`,
      },
    );
  });
};
