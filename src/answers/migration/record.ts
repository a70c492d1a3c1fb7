/** A change of model as an architectural decision record: Markdown in the form of MADR 4 (https://adr.github.io/madr/). */
import {
  bullets,
  codeBlock,
  line,
  paragraph,
  sections,
} from "../explanation/decision-record/markup.ts";
import { endsOn, named, shutdown as shutdownText } from "../../words/endings.ts";
import { sentence } from "../../words/sentences.ts";
import { dollars, list } from "../../words/figures.ts";
import { changesNeeded } from "./request-changes.ts";
import type { Migration, Target } from "./schema.ts";
import {
  billOf,
  changeText,
  SEVERITY_WORDS,
  sourceText,
  verdictOf,
  whyNot,
} from "./screen/words.ts";

/** Text from the catalog and from the user is escaped; the people are left open. */
export function migrationRecord(result: Migration): string {
  const { from, targets, notThese } = result;
  const [target] = targets;
  const title =
    target === undefined
      ? `Find what takes over from ${from.name}: nothing considered does`
      : `Move from ${from.name} to ${target.name}`;
  return sections([
    [
      "---",
      "status: proposed",
      `date: ${result.asOf}`,
      'decision-makers: "{who decides}"',
      'consulted: "{whose advice is sought}"',
      'informed: "{who is told}"',
      "---",
    ].join("\n"),
    `# ${line(title)}`,
    "## Context and Problem Statement",
    paragraph(contextOf(result)),
    "## Considered Options",
    bullets([...targets, ...notThese].map(({ name, model }) => `${line(name)} (\`${model}\`)`)),
    "## Decision Outcome",
    paragraph(target === undefined ? "No option is left." : outcomeOf(target, result)),
    "### Consequences",
    bullets(
      target === undefined
        ? notThese.map((each) => `Bad, because ${line(whyNot(each))}`)
        : consequencesOf(target, result),
    ),
    ...(target === undefined ? [] : changesOf(target)),
    ...(result.plan.length === 0
      ? []
      : ["### Plan", bullets(result.plan.map(({ date, step }) => `${date}: ${line(step)}`))]),
    "### Confirmation",
    ...confirmationOf(result),
    "## Pros and Cons of the Options",
    ...targets
      .slice(1)
      .flatMap((each) => [
        `### ${line(each.name)}`,
        bullets([
          `Neutral, because ${line(`a month costs ${billOf(each.cost)}`)}`,
          ...each.open.map(({ message }) => `Bad, because it ${line(message)}`),
        ]),
      ]),
    ...notThese.flatMap((each) => [
      `### ${line(each.name)}`,
      bullets([`Bad, because ${line(whyNot(each))}`]),
    ]),
    "## More Information",
    bullets(
      Object.entries(result.sources).map(
        ([id, { title: name, checked }]) => `\`${id}\`: ${line(name)}, last seen ${checked}`,
      ),
    ),
  ]);
}

function contextOf({ from, until }: Migration): string {
  const { name, vendor, shutdown, daysLeft, replacement, usdPerMonth } = from;
  const end =
    shutdown === null || daysLeft === null
      ? `No end of ${name} is announced.`
      : sentence(shutdownText({ names: [name], date: shutdown, days: daysLeft, vendor }));
  const next = replacement === null ? "" : ` ${sentence(named(vendor, replacement.model))}`;
  const bill = usdPerMonth === null ? "" : ` It costs ${dollars(usdPerMonth)} a month today.`;
  return `${end}${next}${bill} What takes over has to be served until ${until}.`;
}

function outcomeOf(target: Target, { from }: Migration): string {
  const verdict = verdictOf(target);
  const before = from.usdPerMonth === null ? "" : ` instead of ${dollars(from.usdPerMonth)}`;
  return `Chosen option: "${target.name}", because of the models served long enough it ranks first by these requirements; it ${verdict}. A month costs ${billOf(target.cost)}${before}.`;
}

function consequencesOf(target: Target, { from }: Migration): string[] {
  const saved = (from.usdPerMonth ?? 0) - target.cost.usdPerMonth;
  const cost =
    from.usdPerMonth === null
      ? []
      : [
          `${saved >= 0 ? "Good" : "Bad"}, because a month costs ${dollars(Math.abs(saved))} ${saved >= 0 ? "less" : "more"}`,
        ];
  return [
    ...cost,
    ...target.open.map(
      ({ message }) => `Bad, because no source settles that it qualifies: it ${message}`,
    ),
    ...(target.lost.length === 0 ? [] : [`Bad, because it lacks ${list(target.lost)}`]),
    ...(target.gained.length === 0 ? [] : [`Good, because it adds ${list(target.gained)}`]),
    target.announcedEnd === null
      ? "Neutral, because no end date is announced"
      : `Neutral, because it ${endsOn(target.announcedEnd)}`,
  ].map((text) => line(text));
}

function changesOf(target: Target): string[] {
  const changes = changesNeeded(target.changes);
  if (changes.length === 0) return [];
  return [
    "### Changes to the request",
    bullets(
      changes.map(
        (change) =>
          `${SEVERITY_WORDS[change.severity]}: ${line(changeText(change))} (${line(sourceText(change))})`,
      ),
    ),
  ];
}

function confirmationOf({ recommendation, from, catalog, program, asOf }: Migration): string[] {
  const digests = `As of ${asOf}, from catalog \`${catalog.digest}\` with constants \`${catalog.constants}\`, by \`pick-model\` ${program.version}.`;
  if (recommendation === null) {
    return [
      paragraph(
        "There is nothing to lock yet. Ask again when the requirements or the catalog change:",
      ),
      codeBlock([`pick-model migrate ${from.model}`]),
      digests,
    ];
  }
  return [
    paragraph(
      "Lock the decision once it is taken, and check the lock in every build: the check exits with 1 and says why as soon as it is no longer right.",
    ),
    codeBlock([
      `pick-model lock --decide ${recommendation.model} --reason "replaces ${from.model}"`,
      "pick-model check",
    ]),
    digests,
  ];
}
