/** What `lock --decide` and `lock --accept` add to a lock. */
import { userInfo } from "node:os";
import { addDays } from "../../facts/calendar.ts";
import { lapseOf } from "../../answers/check/acceptances.ts";
import { MOST_DAYS_ACCEPTED } from "../../answers/check/policy.ts";
import { readDate } from "../../typed/date.ts";
import { readWord } from "../../typed/word.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { CHECK_CODES } from "../../answers/check/vocabulary.ts";
import { usageFailure } from "../../schema/failure.ts";
import type { Acceptance, Lock, OwnDecision } from "../../answers/check/lock-schema.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import type { Io } from "../io.ts";
import { knownModel } from "../named-models.ts";
import type { LOCK_OPTIONS } from "../options/locks.ts";
import type { OptionValues } from "../../question/option.ts";

export interface Overruling {
  decision?: OwnDecision;
  acceptance?: Acceptance;
}

/** @throws Failure (usage) for unknown models and codes, days out of range, and choices without a reason */
export function readOverruling(
  options: OptionValues<typeof LOCK_OPTIONS>,
  catalog: Catalog,
  asOf: IsoDate,
  io: Io,
): Overruling {
  const { decide, accept, reason, by, expires } = options;
  if (decide === undefined && accept === undefined) {
    const [lone] = Object.entries({ reason, by, expires }).find(([, value]) => value) ?? [];
    if (lone === undefined) return {};
    throw usageFailure("says nothing by itself", `--${lone}`, "add --decide or --accept");
  }
  if (decide !== undefined && accept !== undefined) {
    throw usageFailure("each need a reason of their own", "--decide and --accept", "lock twice");
  }
  const why = reason?.trim() ?? "";
  if (why === "") {
    const flag = decide === undefined ? "--accept" : "--decide";
    throw usageFailure("no reason given", flag, "add --reason, for whoever reads the lock next");
  }
  const common = { reason: why, by: by ?? userOf(io.env) };
  if (decide !== undefined) {
    const model = knownModel(decide, catalog, "--decide");
    const until = expires === undefined ? {} : { until: dayAhead(expires, asOf, Infinity) };
    return { decision: { model, ...common, ...until } };
  }
  if (expires === undefined) {
    const advice = `add --expires <date>, at most ${MOST_DAYS_ACCEPTED} days ahead`;
    throw usageFailure("nothing is accepted for ever", "--accept", advice);
  }
  const [code = "", model] = (accept ?? "").split("=", 2);
  return {
    acceptance: {
      code: readWord(code, "--accept", CHECK_CODES),
      ...(model === undefined ? {} : { model: knownModel(model, catalog, "--accept") }),
      ...common,
      expires: dayAhead(expires, asOf, MOST_DAYS_ACCEPTED),
    },
  };
}

/** A new choice or acceptance takes the place of an older one of the same thing. */
export function overruled<Any extends Omit<Lock, "digest">>(
  lock: Any,
  before: Pick<Lock, "decision" | "accepted">,
  { decision = before.decision, acceptance }: Overruling,
): Any {
  const kept = (before.accepted ?? []).filter(
    ({ code, model }) => code !== acceptance?.code || model !== acceptance.model,
  );
  const accepted = acceptance === undefined ? kept : [...kept, acceptance];
  return {
    ...lock,
    ...(decision === undefined ? {} : { decision }),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}

function dayAhead(typed: string, asOf: IsoDate, mostDays: number): IsoDate {
  const day = readDate(typed, "--expires");
  const lapse = lapseOf(day, asOf, mostDays);
  if (lapse === null) return day;
  const last = Number.isFinite(mostDays) ? ` to ${addDays(asOf, mostDays)}` : " on";
  throw usageFailure(lapse, `--expires ${day}`, `from ${asOf}${last}`);
}

function userOf(env: Io["env"]): string {
  const { GITHUB_ACTOR: actor, USER: user, USERNAME: windowsUser } = env;
  return (
    [actor, user, windowsUser].find((name) => name !== undefined && name !== "") ?? accountOf()
  );
}

/** Containers often set no name. */
function accountOf(): string {
  try {
    return userInfo().username;
  } catch {
    return "unnamed"; // an account without an entry
  }
}
