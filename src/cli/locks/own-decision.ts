/** Additions to a lock: `lock --decide`, `lock --migrate-to` and `lock --accept`. */
import { userInfo } from "node:os";
import { lapseOf } from "../../answers/check/acceptances.ts";
import { MOST_DAYS_ACCEPTED, CHECK_CODES } from "../../answers/check/policy.ts";
import type { Acceptance, Lock, MigrationTarget, OwnDecision } from "../../answers/check/schema.ts";
import type { OptionValues } from "../../question/option.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { usageFailure, quoted } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { addDays } from "../../schema/texts.ts";
import { readDate } from "../../typed/duration.ts";
import type { Io } from "../io.ts";
import type { LOCK_OPTIONS } from "../options/locks.ts";
import { knownModel } from "../question.ts";

export interface Overruling {
  decision?: OwnDecision;
  acceptance?: Acceptance;
  target?: MigrationTarget;
}

/** @throws Failure (usage) for unknown models and codes, days out of range, and choices without a reason */
export function readOverruling(
  options: OptionValues<typeof LOCK_OPTIONS>,
  catalog: Catalog,
  asOf: IsoDate,
  io: Io,
): Overruling {
  const { decide, accept, migrateTo, reason, by, expires } = options;
  const target =
    migrateTo === undefined ? {} : { target: targetOf(migrateTo, options, catalog, io) };
  if (decide === undefined && accept === undefined) {
    if (migrateTo !== undefined && expires === undefined) return target;
    const [lone] = Object.entries({ reason, by, expires }).find(([, value]) => value) ?? [];
    if (lone === undefined) return {};
    throw usageFailure("says nothing by itself", `--${lone}`, "add --decide or --accept");
  }
  if (decide !== undefined && accept !== undefined) {
    throw usageFailure("each need a reason of their own", "--decide and --accept", "lock twice");
  }
  const why = reason?.trim() ?? "";
  const common = { reason: why, by: by ?? userOf(io.env) };
  if (decide !== undefined) {
    const model = knownModel(decide, catalog, "--decide");
    if (why === "") throw lacking("--decide", REASON, "for whoever reads the lock next");
    const until = expires === undefined ? {} : { until: dayAhead(expires, asOf, Infinity) };
    return { decision: { model, ...common, ...until }, ...target };
  }
  const [typed = "", typedModel] = (accept ?? "").split("=", 2);
  const end = ["--expires", addDays(asOf, USUAL_DAYS_ACCEPTED)];
  const add = [...(expires === undefined ? end : []), ...(why === "" ? REASON : [])];
  const code = CHECK_CODES.find((each) => each === typed);
  if (code === undefined) {
    const correction = { ...suggestion(typed, CHECK_CODES), add };
    throw usageFailure(`no finding is called ${quoted(typed)}`, "--accept", correction);
  }
  const model = typedModel === undefined ? undefined : knownModel(typedModel, catalog, "--accept");
  if (expires === undefined || why === "") {
    throw lacking("--accept", add, "nothing is accepted for ever, nor without a reason");
  }
  return {
    ...target,
    acceptance: {
      code,
      ...(model === undefined ? {} : { model }),
      ...common,
      expires: dayAhead(expires, asOf, MOST_DAYS_ACCEPTED),
    },
  };
}

/** A target needs no reason: that the other model ends is one. */
function targetOf(
  typed: string,
  { reason, by }: OptionValues<typeof LOCK_OPTIONS>,
  catalog: Catalog,
  io: Io,
): MigrationTarget {
  const why = reason?.trim() ?? "";
  return {
    model: knownModel(typed, catalog, "--migrate-to"),
    by: by ?? userOf(io.env),
    ...(why === "" ? {} : { reason: why }),
  };
}

/** A new choice, target or acceptance takes the place of an older one of the same thing. */
export function overruled<Any extends Omit<Lock, "digest">>(
  lock: Any,
  before: Pick<Lock, "decision" | "accepted" | "migrateTo">,
  { decision = before.decision, acceptance, target = before.migrateTo }: Overruling,
): Any {
  const kept = (before.accepted ?? []).filter(
    ({ code, model }) => code !== acceptance?.code || model !== acceptance.model,
  );
  const accepted = acceptance === undefined ? kept : [...kept, acceptance];
  return {
    ...lock,
    ...(decision === undefined ? {} : { decision }),
    ...(accepted.length === 0 ? {} : { accepted }),
    ...(target === undefined ? {} : { migrateTo: target }),
  };
}

const REASON = ["--reason", "why it is right"];
/** What is suggested where no last day is given. */
const USUAL_DAYS_ACCEPTED = 30;

function lacking(flag: string, add: readonly string[], why: string) {
  const options = add.filter((word) => word.startsWith("--")).join(" and ");
  const correction = { typed: "", meant: "", add, advice: `add ${options}` };
  return usageFailure(`needs ${options}: ${why}`, flag, correction);
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
