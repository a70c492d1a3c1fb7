/** The answer as an architectural decision record: Markdown in the form of MADR 4 (https://adr.github.io/madr/). */
import type { Need } from "../../decision/need.ts";
import { list } from "../../words/figures.ts";
import { shellWord } from "../../words/sentences.ts";
import { rounded, stated, statedWithUnit } from "../../words/units.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { context, drivers, workOf, optionSections } from "./decision-record/context.ts";
import {
  bullets,
  line,
  sections,
  codeBlock,
  paragraph,
  address,
} from "./decision-record/markup.ts";
import { consequences, outcome } from "./decision-record/outcome.ts";
import type { Explanation } from "./schema.ts";

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

/** In the order in which requirements are resolved; empty when nothing was stated. */
export function askedAs({ origins }: Need): string {
  const typed = Object.values(origins).flatMap(({ argv }) =>
    argv === undefined ? [] : [argv.map(shellWord).join(" ")],
  );
  return [...new Set(typed)].join(" ");
}

/** How to keep checking that the decision still holds: the lock, and the command that verifies it. */
export function confirmation({ decision, result }: Answer): string[] {
  const options = askedAs(decision.need);
  const asked = options === "" ? "" : ` ${options}`;
  const digests = `As of ${result.asOf}, from catalog \`${result.catalog.digest}\` with constants \`${result.catalog.constants}\`, by \`pick-model\` ${result.program.version}.`;
  if (result.recommendation === null) {
    return [
      paragraph(
        "There is no decision to lock yet. Ask again when the requirements or the catalog change; the exit code is 1 as long as no model qualifies:",
      ),
      codeBlock([`pick-model${asked}`]),
      digests,
    ];
  }
  return [
    paragraph(
      "Lock the decision once, and check the lock in every build: the check exits with 1 and says why as soon as the answer is no longer right.",
    ),
    codeBlock([`pick-model lock${asked}`, "pick-model check"]),
    digests,
  ];
}

/** What would reopen the decision, what its models are followed by, and where the facts come from. */
export function moreInformation({ result }: Answer, explanation: Explanation): string[] {
  const { flips, hingesOn, successor, splitting, hints } = result;
  const changes =
    explanation.toBecomeFirst === null || explanation.toBecomeFirst.message === ""
      ? []
      : [paragraph(explanation.toBecomeFirst.message)];
  return [
    ...(flips.length === 0
      ? changes
      : [
          "Decide again when one of these is so:",
          bullets(flips.map((flip) => line(flip.message))),
        ]),
    ...(hingesOn.length === 0
      ? []
      : ["Facts worth checking:", bullets(hingesOn.map((hinge) => line(hinge.message)))]),
    ...(successor === null ? [] : [paragraph(`${successor.message}.`)]),
    ...(splitting === null ? [] : [paragraph(`${splitting.message}.`)]),
    ...(hints.length === 0 ? [] : ["Worth knowing:", bullets(hints.map(line))]),
    "Evidence:",
    bullets(evidence(explanation)),
  ];
}

/** The facts of the chosen option with their sources; the rest of the account is in `pick-model explain`. */
function evidence({ facts, sources }: Explanation): string[] {
  return facts.flatMap((fact) => {
    const taken = fact.claims.find((claim) => claim.role === "taken");
    const source = taken === undefined ? undefined : sources[taken.source];
    if (taken === undefined || source === undefined) return [];
    const averaged = fact.claims.filter((claim) => claim.role === "averaged");
    const figure = averaged.length === 0 ? fact.value : rounded(fact.value);
    const flags = [
      ...(fact.status === "stale" ? ["stale"] : []),
      ...(fact.disputed ? ["disputed"] : []),
      ...(taken.undated ? ["undated"] : []),
      ...(taken.via === null ? [] : ["read in a copy"]),
    ];
    const mean =
      averaged.length === 0
        ? ""
        : `mean over the measurers of ${list([taken, ...averaged].map(({ value }) => stated(value, fact.unit)))}; `;
    const where = `${mean}${source.title} (${[source.class, taken.observed, ...flags].join(", ")})`;
    const link = source.url === null ? "" : ` ${address(source.url)}`;
    return [`${line(`${fact.label}: ${statedWithUnit(figure, fact.unit)}; ${where}`)}${link}`];
  });
}
