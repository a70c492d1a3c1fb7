/** A change of model as annotations of a workflow: the deadline, and each change of a request that fails or costs. */
import type { Annotation } from "../../format/presentation.ts";
import { changesNeeded } from "./request-changes.ts";
import type { Migration } from "./schema.ts";
import { changeText, SEVERITY_WORDS, whyNot } from "./screen/words.ts";

export function migrationAnnotations({ from, targets, notThese }: Migration): Annotation[] {
  const [target] = targets;
  const title = `${from.model} → ${target?.model ?? "nothing"}`;
  const end: Annotation[] =
    from.shutdown === null
      ? []
      : [{ level: "warning", title: from.model, message: `${from.name} ends on ${from.shutdown}` }];
  if (target === undefined) {
    const reasons = notThese.map((each): Annotation => ({
      level: "error",
      title,
      message: whyNot(each),
    }));
    return [...end, ...reasons];
  }
  return [
    ...end,
    ...changesNeeded(target.changes).map((change): Annotation => ({
      level: change.severity === "fails" ? "error" : "warning",
      title,
      message: `${SEVERITY_WORDS[change.severity]}: ${changeText(change)}`,
    })),
  ];
}
