/** The screen of a change of model: where to, by when and at what cost first, the way on last. */
import {
  type Block,
  dim,
  type Document,
  linked,
  span,
  strong,
  type Text,
} from "../../../format/document.ts";
import { named, shutdown as shutdownText } from "../../../words/endings.ts";
import { dollars, list } from "../../../words/figures.ts";
import { sentence } from "../../../words/sentences.ts";
import { assumedValue } from "../../../words/workload.ts";
import type { Migration, Target } from "../schema.ts";
import { changeNotes, type Note, targetTable } from "./targets.ts";
import { billOf, verdictOf, whyNotAll } from "./words.ts";

/** Of each list on one screen; the rest under --full. */
const MOST = { reasons: 4, changes: 2, unconfirmed: 3, gained: 3, assumed: 3 } as const;

export function migrationScreen(result: Migration, full: boolean): Document {
  return {
    title: result.recommendation?.summary ?? `Nothing takes over from ${result.from.name}`,
    blocks: [...migrationBlocks(result, full), { kind: "paragraph", text: wayOn(result, full) }],
  };
}

/** The screen without its way on, which names commands. */
export function migrationBlocks(result: Migration, full: boolean): Block[] {
  const [first] = result.targets;
  const notes = [
    ...notTheseNotes(result, full),
    ...(first === undefined
      ? closestNotes(result, full)
      : targetNotes(first, result.sources, full)),
    ...planNotes(result),
    ...settlesNotes(result, full),
    ...factsNotes(result),
  ];
  const table = targetTable(result, full);
  return [
    headline(result, first),
    { kind: "alert", text: deadline(result) },
    ...(table === null ? [] : [table]),
    { kind: "notes", rows: notes },
  ];
}

function headline({ from }: Migration, target: Target | undefined): Block {
  if (target === undefined) {
    return {
      kind: "headline",
      left: [span("bad", `Nothing takes over from ${from.name} as asked`)],
    };
  }
  const left: Text = [`${from.name} → `, strong(target.name)];
  return { kind: "headline", left, right: verdictOf(target) };
}

/** The last day, what closes before it, and what the vendor names. */
function deadline({ from }: Migration): string {
  const { shutdown, daysLeft, vendor, replacement, closesBefore } = from;
  const end =
    shutdown === null || daysLeft === null
      ? `No end of ${from.name} is announced.`
      : sentence(shutdownText({ names: [from.name], date: shutdown, days: daysLeft, vendor }));
  const next =
    replacement === null ? "" : ` ${named(vendor, replacement.model)} (${replacement.observed}).`;
  const before = closesBefore.map(({ what, date }) => `${what} on ${date}`);
  const closes = before.length === 0 ? "" : ` Before it close ${list(before)}.`;
  return `${end}${next}${closes}`;
}

function notTheseNotes({ notThese, targets }: Migration, full: boolean): Note[] {
  if (notThese.length === 0) return [];
  const reasons = whyNotAll(notThese);
  const shown = full || targets.length === 0 ? reasons : reasons.slice(0, MOST.reasons);
  const more = reasons.length - shown.length;
  const text = shown.join("; ");
  return [{ label: "Not these", text: `${text}${more === 0 ? "." : `; and ${more} more.`}` }];
}

/** No target: the smallest change that would leave one, of what the vendor names first. */
function closestNotes({ notThese, from }: Migration, full: boolean): Note[] {
  const changes = notThese
    .filter(({ closestChange }) => closestChange !== null)
    .toSorted(
      (a, b) =>
        a.reasons.length - b.reasons.length ||
        Number(b.model === from.replacement?.model) - Number(a.model === from.replacement?.model),
    )
    .map(({ model, closestChange }) => `${model}: ${closestChange}`);
  const shown = full ? changes : changes.slice(0, MOST.changes);
  return shown.length === 0
    ? [{ label: "To get one", text: "Nothing that can be changed here lets one in." }]
    : shown.map((text, place) => ({ label: place === 0 ? "To get one" : "", text: `${text}.` }));
}

function targetNotes(target: Target, sources: Migration["sources"], full: boolean): Note[] {
  const { turns, costAtDefaultEffort: unasked, lost, unconfirmed, gained } = target;
  const turning = [
    ...turns.map(({ message }) => message),
    ...(unasked === null
      ? []
      : [
          `left at its default effort ${unasked.effort}: about ${dollars(unasked.usdPerMonth)}${unasked.known ? "" : `, unmeasured (${billOf(unasked)})`}`,
        ]),
  ];
  return [
    ...(turning.length === 0 ? [] : [{ label: "Bill turns", text: sentence(turning.join("; ")) }]),
    ...changeNotes(target, sources, full),
    ...noted("Lost", [
      ...lost,
      ...(unconfirmed.length === 0
        ? []
        : [`not known: ${atMost(unconfirmed, full ? Infinity : MOST.unconfirmed)}`]),
    ]),
    ...noted("Gained", full ? gained : gained.slice(0, MOST.gained)),
  ];
}

function planNotes({ plan }: Migration): Note[] {
  return noted(
    "Plan",
    plan.map(({ date, step, overdue }) => `${overdue ? "now" : date} ${step}`),
  );
}

function settlesNotes(
  { recommendation, measuredSwitches, sources }: Migration,
  full: boolean,
): Note[] {
  const published = full ? measuredSwitches : [];
  return [
    ...noted("Settles it", recommendation?.settles ?? []),
    ...published.map(({ from, to, effort, work, result, observed, evidence }, place) => ({
      label: place === 0 ? "Published" : "",
      text: [
        `${from} to ${to}${effort === null ? "" : ` at effort ${effort}`}, ${work}: ${result} (`,
        ...evidence.flatMap((id) => [linked(id, sources[id]?.url), ", "]),
        `${observed}).`,
      ],
    })),
  ];
}

function factsNotes({ catalog, assumptions, targets }: Migration): Note[] {
  const assumed = assumptions.map(assumedValue);
  return noted("Facts", [
    `newest ${catalog.newestEvidence ?? "unknown"}`,
    ...(targets.some(({ wait }) => !wait.known) ? ["? a guess, nobody measured it"] : []),
    ...(assumed.length === 0 ? [] : [`assumed: ${atMost(assumed, MOST.assumed)}`]),
  ]);
}

function atMost(words: readonly string[], most: number): string {
  const left = words.length - most;
  return left <= 0 ? list(words) : `${words.slice(0, most).join(", ")} and ${left} more`;
}

function noted(label: string, parts: readonly string[]): Note[] {
  return parts.length === 0 ? [] : [{ label, text: sentence(parts.join("; ")) }];
}

function wayOn({ from, recommendation }: Migration, full: boolean): Text {
  const forms = `${full ? "" : "--full, "}--format ics or madr`;
  const next =
    recommendation === null
      ? `pick-model explain ${from.model}`
      : `pick-model lock --migrate-to ${recommendation.model}`;
  return [dim(`More: ${forms} | ${next}`)];
}
