/** The answer as an architectural decision record: Markdown in the form of MADR 4 (https://adr.github.io/madr/). */
import type { Answer } from "../recommendation/recommend.ts";
import type { Explanation } from "./schema.ts";
import { confirmation } from "./decision-record/confirmation.ts";
import { context, drivers, workOf } from "./decision-record/context.ts";
import { moreInformation } from "./decision-record/information.ts";
import { bullets, line, sections } from "./decision-record/markup.ts";
import { optionSections } from "./decision-record/options.ts";
import { consequences, outcome } from "./decision-record/outcome.ts";

/**
 * A complete record, also where no model qualifies: everything the program knows is filled in, and what only people
 * can say (who decides, who is asked, who is told) is left open. Text from the catalog and from the user is escaped.
 * `explanation` is that of the pick or, without one, of the closest model: it carries the evidence.
 */
export function decisionRecord(answer: Answer, explanation: Explanation): string {
  const { result } = answer;
  const title =
    result.recommendation === null
      ? `Find a model for ${workOf(answer)}: none considered meets the requirements`
      : `Use ${result.recommendation.name} for ${workOf(answer)}`;
  return sections([
    frontMatter(result.asOf),
    `# ${line(title)}`,
    "## Context and Problem Statement",
    ...context(answer),
    "## Decision Drivers",
    bullets(drivers(answer, explanation)),
    "## Considered Options",
    bullets(
      [...result.ranking, ...result.excluded].map(
        ({ name, model }) => `${line(name)} (\`${model}\`)`,
      ),
    ),
    "## Decision Outcome",
    ...outcome(answer, explanation),
    "### Consequences",
    bullets(consequences(answer)),
    "### Confirmation",
    ...confirmation(answer),
    "## Pros and Cons of the Options",
    ...optionSections(answer),
    "## More Information",
    ...moreInformation(answer, explanation),
  ]);
}

/** The people are left open: quoted, so that the placeholders are text to a YAML reader. */
function frontMatter(asOf: string): string {
  return [
    "---",
    "status: proposed",
    `date: ${asOf}`,
    'decision-makers: "{who decides}"',
    'consulted: "{whose advice is sought}"',
    'informed: "{who is told}"',
    "---",
  ].join("\n");
}
