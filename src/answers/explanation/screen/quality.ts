/** The quality, benchmark by benchmark on one scale, and what it is worth against the bar. */
import {
  asStated,
  count,
  decimal,
  finePercent,
  index,
  list,
  percent,
} from "../../../words/figures.ts";
import type { Explanation } from "../schema.ts";
import type { Block } from "../../../format/document.ts";
import { addend, figure, signedAsStated, weightRows } from "./arithmetic.ts";

type QualityAccount = Explanation["quality"];

export function qualityBlocks({ quality, name }: Explanation): Block[] {
  const blocks: Block[] = [{ kind: "heading", text: "Quality" }];
  if (quality.benchmarks.length > 0) {
    blocks.push(
      shareTable(quality),
      { kind: "paragraph", text: sharesText(quality) },
      benchmarkTable(quality),
      {
        kind: "paragraph",
        text: "Each row: the share right above guessing is put on one scale, its log odds ln(right / (1 − right)); with the benchmark's own fixed difficulty added, it adds its share of that to the ability.",
      },
    );
  }
  const rows = [
    ...ownRows(quality),
    ...readingRows(quality),
    ...abilityRows(quality, name),
    ...weightRows(quality),
  ];
  return [...blocks, { kind: "notes", rows }];
}

/** Where the share of each benchmark comes from. */
function shareTable({ benchmarks, missing, bar }: QualityAccount): Block {
  return {
    kind: "table",
    columns: [
      { header: "benchmark", align: "left" },
      { header: "this work", align: "right" },
      { header: `${bar.complexity} work`, align: "right" },
      { header: "work as usual", align: "right" },
      { header: "share", align: "right" },
    ],
    rows: [...benchmarks, ...missing].map((each) => [
      each.name,
      figure(each.relevance),
      figure(each.ofComplexity),
      figure(each.ofUsualComplexity),
      figure(each.share),
    ]),
  };
}

function sharesText({ taskShare, uncutShares, bar }: QualityAccount): string {
  const cut =
    Math.abs(uncutShares - 1) < 1e-9
      ? ""
      : `, over their sum of ${figure(uncutShares)}, none below 0`;
  return `Each share: ${bar.complexity} work + ${asStated(taskShare)} × (this work − work as usual)${cut}. A few benchmarks say only part of what a task is; the rest is the model's own mean on ${bar.complexity} work.`;
}

function benchmarkTable({
  benchmarks,
  missing,
  cautiousLogits,
  ability,
  own,
}: QualityAccount): Block {
  return {
    kind: "table",
    columns: [
      { header: "benchmark", align: "left" },
      { header: "result", align: "right" },
      { header: "above guessing", align: "right" },
      { header: "on one scale", align: "right" },
      { header: "difficulty", align: "right" },
      { header: "share", align: "right" },
      { header: "adds", align: "right" },
    ],
    rows: [
      ...benchmarks.map((each) => [
        each.name,
        asStated(each.result.point),
        figure(each.correctedShare),
        figure(each.logOdds.point),
        signedAsStated(each.difficulty),
        figure(each.share),
        figure(each.contributionLogits),
      ]),
      ...missing.map((each) => [
        each.name,
        "none",
        "",
        `cautious ${figure(cautiousLogits)}`,
        "",
        figure(each.share),
        figure(each.contributionLogits),
      ]),
      ["together", "", "", "", "", "", figure((own?.publicAbility ?? ability).point)],
    ],
  };
}

/** `own: 186 of 200 passed in promptfoo 0.123.1, eval-… (2026-11-22)`. */
export function ownPassed(own: NonNullable<QualityAccount["own"]>): string {
  const passed = own.passRate * own.tests;
  const rate =
    Math.abs(passed - Math.round(passed)) < 1e-3 * own.tests ? count(passed) : decimal(passed, 1);
  const worth =
    own.effectiveTests === own.tests
      ? ""
      : `, worth ${count(own.effectiveTests)} with their repeats`;
  const effort = own.effort === null ? "" : ` at effort ${own.effort}`;
  return `own: ${rate} of ${count(own.tests)} passed${worth}${effort} in ${own.run} (${own.observed})`;
}

/** The user's own tests, and how far they outweigh what is public. */
function ownRows({ own, ability }: QualityAccount) {
  if (own === null) return [];
  const odds = `log odds ${figure(own.logit)} ± ${decimal(own.standardError)}`;
  const placed =
    own.target === null
      ? `${odds}, plus ${signedAsStated(own.difficulty)} for the difficulty of these tests = ${addend(own.ability)}; beside public results ${percent(own.weight)} of the ability: ${figure(own.weight)} × ${addend(own.ability)} + ${figure(1 - own.weight)} × ${addend(own.publicAbility.point)} = ${figure(ability.point)}`
      : `${odds}; the ${finePercent(own.target)} you need stand at the bar, so this is ${figure(own.ability)}, and public results do not count`;
  return [
    {
      label: "your tests",
      text: `${ownPassed(own)}; ${placed}`,
    },
  ];
}

/** How results become shares: guessing taken off, arena ratings converted. */
function readingRows({ benchmarks, elo, shareClip }: QualityAccount) {
  const percentages = benchmarks.filter((each) => each.scale !== "elo");
  const guessed = percentages.find((each) => each.chance > 0);
  const wrong = benchmarks.filter((each) => each.scale === "percent-wrong");
  const clipped = benchmarks.filter(
    ({ correctedShare: share }) => share <= shareClip.low || share >= shareClip.high,
  );
  const rating = benchmarks.find((each) => each.scale === "elo");
  const texts = [
    guessed === undefined ? null : guessText(guessed, percentages),
    wrong.length === 0
      ? null
      : `${list(wrong.map((each) => each.name))} counts mistakes: the share right is 100 less the result`,
    rating === undefined
      ? null
      : `${rating.name} is a rating: share = 1 / (1 + 10^((${asStated(elo.anchor)} − ${asStated(rating.result.point)}) / ${asStated(elo.perDecade)})) = ${figure(rating.correctedShare)}`,
    clipped.length === 0
      ? null
      : `${list(clipped.map((each) => each.name))}: held inside ${asStated(shareClip.low)} to ${asStated(shareClip.high)}`,
  ];
  return texts.flatMap((text) => (text === null ? [] : [{ label: "reading", text }]));
}

function guessText(
  example: QualityAccount["benchmarks"][number],
  all: readonly QualityAccount["benchmarks"][number][],
): string {
  const chance = asStated(example.chance * 100);
  const right =
    example.scale === "percent-wrong" ? 100 - example.result.point : example.result.point;
  const others = all
    .filter((each) => each.chance > 0 && each !== example)
    .map((each) => `${each.name} ${asStated(each.chance * 100)} %`);
  const rest = others.length === 0 ? "" : `; likewise ${list(others)}`;
  return `guessing gets ${chance} % on ${example.name}: (${asStated(right)} − ${chance}) / (100 − ${chance}) = ${figure(example.correctedShare)}${rest}; nothing on the others`;
}

function abilityRows(quality: QualityAccount, name: string) {
  const { ability, index: indexed, spread, bar, missing, value, logitsToZero } = quality;
  const range = `${figure(ability.low)} to ${figure(ability.high)}, or ${index(indexed.low)} to ${index(indexed.high)} of 100`;
  const sibling = quality.benchmarks.filter((each) => each.sibling).map((each) => each.name);
  const rows = [
    {
      label: "ability",
      text:
        quality.abilityFrom === "prior" && quality.own === null
          ? `nothing in the catalog measures ${name} on this work: ${figure(ability.point)} logits stand in, a cautious guess; ${indexed100(quality)}`
          : `${figure(ability.point)} logits (log odds of success); ${indexed100(quality)}`,
    },
    {
      label: "range",
      text:
        quality.own !== null
          ? `${range}, nine times in ten`
          : spread === null
            ? `${range}: a broad guess`
            : `${range}, nine times in ten: ${spreadText(spread)}`,
    },
    ...(sibling.length === 0
      ? []
      : [{ label: "borrowed", text: `${list(sibling)}: measured on another snapshot` }]),
    ...(missing.length === 0
      ? []
      : [
          {
            label: "missing",
            text: `no result on ${list(missing.map((each) => each.name))}: a cautious guess stands in; ${percent(quality.knownShare)} of the task's own evidence is known${quality.thin ? ", which is thin" : ""}`,
          },
        ]),
    {
      label: "bar",
      text: `${asStated(bar.base)} + ${asStated(bar.perStep)} × (${bar.qualitySteps} for ${bar.quality} quality + ${bar.complexitySteps} for ${bar.complexity} work) = ${asStated(bar.logits)} logits, or ${index(bar.index)} of 100`,
    },
  ];
  const anchors = `at the bar it is worth 1 and more earns nothing, ${asStated(logitsToZero)} logits below it 0`;
  const worth =
    ability.point >= bar.logits
      ? `1: ${anchors}`
      : `1 − (${asStated(bar.logits)} − ${addend(ability.point)}) / ${asStated(logitsToZero)} = ${figure(value)}: ${anchors}`;
  return [...rows, ...shiftRows(quality), { label: "value", text: worth }];
}

/** What asking for another complexity than the task's usual one did to the gap. */
function shiftRows({ complexityShift: shift }: QualityAccount) {
  if (shift === null) return [];
  const { asked, usual, versus, usualGapLogits, askedGapLogits } = shift;
  const text = `asked for as ${asked} work: this task's usual gap to ${versus} of ${figure(usualGapLogits)} logits, as ${usual} work, becomes ${figure(askedGapLogits)}, from the models' results on ${asked} work`;
  return [{ label: "complexity", text }];
}

function indexed100({ ability, index: indexed }: QualityAccount): string {
  return `100 / (1 + e^${figure(-ability.point)}) = ${index(indexed.point)} of 100`;
}

function spreadText(spread: NonNullable<QualityAccount["spread"]>): string {
  const { claimsDown, claimsUp, missingDown, missingUp, sampling, transfer } = spread;
  const claims =
    claimsDown + claimsUp === 0
      ? ""
      : `claims that differ or come from another snapshot (−${decimal(claimsDown)}, +${decimal(claimsUp)}), `;
  const unknown =
    missingDown + missingUp === 0
      ? ""
      : `results that nobody has (−${decimal(missingDown)}, +${decimal(missingUp)}), `;
  return `${claims}${unknown}size of the tests (±${decimal(sampling)}) and carrying results over to your own work (±${decimal(transfer)}), combined as the root of their squares`;
}
