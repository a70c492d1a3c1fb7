/** An evidence file as more claims about the models it tested. */
import type { CatalogData } from "../schema/catalog.ts";
import type { ClaimProvenance } from "../schema/claim.ts";
import type { Source } from "../schema/descriptions.ts";
import type { EvaluatedPair, EvaluationFile } from "../schema/evaluation.ts";
import type { OwnTests } from "../schema/evaluation.ts";
import type { ModelOverlay } from "../schema/model.ts";

/**
 * One overlay a model that the catalog has, in the order of the file. What the file says of other models waits until
 * there is a catalog that has them.
 */
export function overlaysOfEvaluation(
  file: EvaluationFile,
  models: CatalogData["models"],
): ModelOverlay[] {
  const source = sourceOf(file);
  return Object.entries(file.models).flatMap(([name, evaluated]): ModelOverlay[] => {
    const [id = name, effort] = name.split("@");
    const tested = models.find(
      (each) => each.id === id || each.snapshots.some((snapshot) => snapshot.id === id),
    );
    if (tested === undefined) return [];
    const provenance: ClaimProvenance = {
      source: source.id,
      observed: file.source.checked,
      scope: evaluated.scope === "exact" ? [id] : "alias",
      ...(effort === undefined ? {} : { effort }),
      ...(evaluated.platform === undefined ? {} : { platform: evaluated.platform }),
    };
    const value: OwnTests = {
      run: file.source.title,
      tests: evaluated.tests,
      passRate: evaluated.passRate,
      effectiveTests: evaluated.effectiveTests,
      logit: evaluated.logit,
      standardError: evaluated.se,
      ...(file.linking === null ? {} : { difficulty: file.linking.difficulty }),
      ...(file.target === undefined ? {} : { target: file.target }),
      pairs: file.paired.flatMap((pair) => seenFrom(name, pair)),
    };
    return [
      { id: tested.id, sources: [source], ownTests: { [file.task]: [{ value, ...provenance }] } },
    ];
  });
}

function sourceOf({ id, source }: EvaluationFile): Source {
  return {
    id: `own-${id}`,
    title: source.title,
    publisher: "own tests",
    class: "own",
    published: source.checked,
    checked: source.checked,
  };
}

function seenFrom(name: string, pair: EvaluatedPair): OwnTests["pairs"] {
  const { first, second, both, onlyFirst, onlySecond, neither } = pair;
  if (name === first) {
    return [{ with: second, both, onlyThis: onlyFirst, onlyOther: onlySecond, neither }];
  }
  return name === second
    ? [{ with: first, both, onlyThis: onlySecond, onlyOther: onlyFirst, neither }]
    : [];
}
