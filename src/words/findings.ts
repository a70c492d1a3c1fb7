/** Warnings in words: every code with its figures, and the one sentence each makes. */
import { qualityIndex } from "../facts/logits.ts";
import { addDays } from "../schema/texts.ts";
import { shutdown } from "./endings.ts";
import {
  count,
  counted,
  duration,
  exactMoney,
  index,
  list,
  money,
  multiple,
  percent,
} from "./figures.ts";
import {
  factLabel,
  measuredByNobody,
  olderThanItShouldBe,
  type Said,
  said,
  secondaryOnly,
  staleCatalog,
  statedByNobody,
  takenAs,
} from "./sentences.ts";

/** A finding about one model. */
interface About {
  /** Id. */
  model: string;
  name: string;
}

/** What is to be told, as values. */
export type Finding =
  | (About & {
      code: "shut-down" | "shutdown-announced";
      vendor: string;
      date: string;
      days: number;
      /** What the workload costs until then; null without a price. */
      usdUntilThen: number | null;
    })
  /** A need of the pick that no source confirms. */
  | (About & { code: "unconfirmed-need"; asked: string })
  | (About & {
      code: "over-budget";
      usdPerMonth: number;
      word: string;
      budgetUsdPerMonth: number;
    })
  | (About & {
      code: "below-bar";
      abilityLogits: number;
      barLogits: number;
      quality: string;
      complexity: string;
    })
  | (About & {
      code: "image-cost";
      /** USD a request for the images alone. */
      usdForImages: number;
      cheaper: { name: string; usdForImages: number };
    })
  | {
      code: "assumed-workload";
      limitUsdPerMonth: number;
      assumedRequests: number;
      /** What the limit buys on each model, best first; null where a request costs nothing. */
      buys: readonly { name: string; requests: number | null }[];
      over: readonly { name: string; usdPerMonth: number }[];
    }
  | (About & { code: "assumed-workload"; shortfall: string; change: string | null })
  | (About & {
      code: "wait-straddles-limit";
      seconds: { low: number; point: number; high: number };
      limitSeconds: number;
    })
  | (About & {
      code: "tight-context";
      tokens: number;
      windowTokens: number;
      /** Of images, that may count or not. */
      uncountedTokens: number;
    })
  | (About & {
      code: "fine-tuning-closing";
      /** First day without new jobs. */
      date: string;
      isClosed: boolean;
      /** Day from which organisations that never fine-tuned are shut out, where that is past. */
      closedToNew: string | null;
    })
  | (About & {
      code: "disputed-fact";
      fact: string;
      /** What a value that is a mean over measurers is the mean of; empty for a value that one source states. */
      taken: Said & { averaged: readonly Said[] };
      others: readonly Said[];
    })
  | { code: "article-claim-contradicted"; claim: string; trait: string }
  /** Of the evidence for this kind of work. */
  | (About & { code: "thin-evidence"; knownShare: number; knowsOtherWork: boolean })
  /** A result of the user's own, and the tests with the same rate that would settle the answer. */
  | (About & { code: "thin-evidence"; own: { test: string; tests: number; settledBy: number } })
  | (About & { code: "thin-evidence"; missing: readonly string[] })
  | (About & { code: "stale-fact"; facts: readonly { fact: string; observed: string | null }[] })
  | (About & { code: "secondary-source"; facts: readonly string[] })
  | { code: "stale-catalog"; date: string; ageDays: number };

export function findingSentence(finding: Finding): string {
  switch (finding.code) {
    case "shut-down":
    case "shutdown-announced": {
      const { usdUntilThen } = finding;
      const until =
        usdUntilThen === null ? "" : `; this workload costs ${money(usdUntilThen)} until then`;
      return `${shutdown({ ...finding, names: [finding.name] })}${until}`;
    }
    case "unconfirmed-need":
      return unconfirmedNeeds(finding.name, [finding.asked]);
    case "over-budget":
      return `${finding.name} costs ${money(finding.usdPerMonth)} a month, over the ${finding.word} budget of ${money(finding.budgetUsdPerMonth)}`;
    case "below-bar":
      return `${finding.name} is estimated at quality ${quality(finding.abilityLogits)}, short of the ${quality(finding.barLogits)} that ${finding.quality} quality asks of ${finding.complexity} work`;
    case "image-cost": {
      const { name, usdForImages: usd, cheaper } = finding;
      const more =
        cheaper.usdForImages === 0
          ? "for them, unlike"
          : `${multiple(usd / cheaper.usdForImages)} times as much for them as`;
      return `images make ${name} the dearer model here: it bills ${more} ${cheaper.name} (${exactMoney(usd)} against ${exactMoney(cheaper.usdForImages)} a request)`;
    }
    case "assumed-workload":
      return assumedWorkload(finding);
    case "wait-straddles-limit": {
      const { low, point, high } = finding.seconds;
      return `${finding.name} typically takes ${duration(point)}, but measurements range from ${duration(low)} to ${duration(high)}, across your limit of ${duration(finding.limitSeconds)}`;
    }
    case "tight-context": {
      const { tokens, windowTokens, name, uncountedTokens } = finding;
      const uncounted =
        uncountedTokens > 0
          ? `; whether ${count(uncountedTokens)} image tokens also count is not documented`
          : "";
      return `${count(tokens)} of the ${count(windowTokens)} tokens of ${name}'s context window are used${uncounted}`;
    }
    case "fine-tuning-closing":
      return `${finding.name}: ${fineTuningEnd(finding)}`;
    case "disputed-fact": {
      const { name, fact, taken, others } = finding;
      const otherwise = others.length === 0 ? "" : `; others say ${list(others.map(said))}`;
      return `${name}, ${factLabel(fact)}: taken as ${takenAs(taken)}${otherwise}`;
    }
    case "article-claim-contradicted":
      return `often said: ${finding.claim} Today's evidence contradicts it; see pick-model compare --traits ${finding.trait} --evidence`;
    case "thin-evidence":
      return thinEvidence(finding);
    case "stale-fact":
      return olderThanItShouldBe([finding.name], finding.facts);
    case "secondary-source":
      return secondaryOnly([finding.name], finding.facts);
    case "stale-catalog":
      return staleCatalog(finding.ageDays, finding.date);
  }
}

/** `no source confirms of GPT-6 Luna: offers structured-outputs; served until 2028-12-31`. */
export function unconfirmedNeeds(name: string, asked: readonly string[]): string {
  return `no source confirms of ${name}: ${asked.join("; ")}`;
}

/** `may qualify: 2 needs unconfirmed`. */
export function mayQualify(needs: number): string {
  return `may qualify: ${counted(needs, "need")} unconfirmed`;
}

/** `the last new fine-tuning jobs start on 2027-01-05`. */
export function fineTuningEnd({
  date,
  isClosed,
  closedToNew,
}: Pick<Finding & { code: "fine-tuning-closing" }, "date" | "isClosed" | "closedToNew">): string {
  if (isClosed) return `no new fine-tuning jobs since ${date}`;
  const newcomers =
    closedToNew === null
      ? ""
      : `; organisations that never fine-tuned are shut out since ${closedToNew}`;
  return `the last new fine-tuning jobs start on ${addDays(date, -1)}${newcomers}`;
}

function assumedWorkload(finding: Finding & { code: "assumed-workload" }): string {
  if ("shortfall" in finding) {
    const { name, shortfall, change } = finding;
    return `${name} ${shortfall}, on a workload nobody stated${change === null ? "" : `: ${change}`}`;
  }
  const { limitUsdPerMonth, assumedRequests, buys, over } = finding;
  const bought = buys.map(({ name, requests }, place) => {
    const volume = requests === null ? "any number of" : count(requests);
    const noun = place === 0 || requests === null ? " requests" : "";
    return `${volume}${noun}${place === 0 ? " a month" : ""} on ${name}`;
  });
  const dear = over.map(({ name, usdPerMonth }) => `${name} costs ${money(usdPerMonth)}`);
  return `you named a limit but no volume: ${money(limitUsdPerMonth)} buys ${list(bought)}; at the ${count(assumedRequests)} assumed, ${list(dear)}`;
}

function thinEvidence(finding: Finding & { code: "thin-evidence" }): string {
  const { name } = finding;
  if ("missing" in finding) return statedByNobody([name], finding.missing);
  if ("own" in finding) {
    const { test, tests, settledBy } = finding.own;
    const enough =
      settledBy > MOST_TESTS
        ? "no number of tests alone would settle it at this rate"
        : `${count(settledBy)} tests with this rate would settle it`;
    return `your own result for ${name} on ${test} rests on ${counted(tests, "test")}: it is used, and ${enough}`;
  }
  return finding.knownShare === 0
    ? measuredByNobody([name], finding.knowsOtherWork)
    : `only ${percent(finding.knownShare)} of the evidence for this kind of work is known for ${name}`;
}

/** Beyond so many nobody tests for an answer: other evidence has to settle it. */
const MOST_TESTS = 10_000;

function quality(logits: number): string {
  return index(qualityIndex(logits));
}
