/**
 * Workflow commands of GitHub Actions: annotations, and one line that says the outcome.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Annotation, Presentation } from "./presentation.ts";
import { withoutCommands, withoutOldCommand, visible } from "./document.ts";

/** GitHub shows ten of a kind a step; the tenth is needed to say how many are left. */
const MOST_OF_A_KIND = 9;
const LEVELS = ["error", "warning", "notice"] as const;

export function render({ annotations, summary }: Presentation): string | null {
  if (annotations === undefined) return null;
  const all = annotations();
  const commands = LEVELS.flatMap((level) => {
    const ofKind = all.filter((each) => each.level === level);
    const left = ofKind.length - MOST_OF_A_KIND;
    return [
      ...ofKind.slice(0, MOST_OF_A_KIND).map(command),
      ...(left > 0 ? [`::${level}::and ${left} more, see the summary`] : []),
    ];
  });
  return [...commands, harmless(summary())].map((line) => `${line}\n`).join("");
}

function command({ level, title, message, file }: Annotation): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${data(message)}`;
}

/** The runner undoes these; everything else it takes as it is. */
function data(text: string): string {
  return withoutOldCommand(visible(text))
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Words of others as words, on lines of their own. */
export function harmless(text: string): string {
  return withoutCommands(visible(text));
}
