/** Findings and their causes: what changed is found by putting one thing back at a time. */
import { expect, test } from "vitest";
import { checkLock, type Counterfactuals } from "../../src/answers/check/check-lock.ts";
import { makeLock } from "../../src/answers/check/make-lock.ts";
import { type CheckPolicy, DEFAULT_POLICY } from "../../src/answers/check/policy.ts";
import type { Lock } from "../../src/answers/check/schema.ts";
import { type Answer, recommend } from "../../src/answers/recommendation/recommend.ts";
import { openCatalog } from "../../src/catalog/index.ts";
import { evidenceUntil } from "../../src/facts/claims.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { normalisedRequirements, resolveNeed } from "../../src/question/index.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import { daysBetween } from "../../src/schema/texts.ts";

const TODAY = "2026-11-22";
const BEFORE_THE_NEWS = "2026-06-01";
const SAMPLING = { draws: 0, seed: 1 };
const shipped = await openCatalog();

function answerTo(stated: Requirements, asOf: string, catalog: Catalog = shipped): Answer {
  const layer = { from: "file" as const, document: stated, originOf: () => "here" };
  const need = resolveNeed([layer], catalog, { asOf });
  return recommend(need, openFactSheets(catalog, asOf), {
    sampling: SAMPLING,
    requirements: () => normalisedRequirements(need),
    version: "1.0.0",
  });
}

function lockOf(stated: Requirements, asOf: string, change: Partial<Lock> = {}): Lock {
  const requirements = { file: null, digest: "", stated, options: stated };
  const lock = makeLock(answerTo(stated, asOf), requirements, SAMPLING);
  if (lock === null) throw new Error("nothing qualifies");
  return { ...lock, digest: "", ...change };
}

const elsewhere = (lock: Lock): Lock => ({
  ...lock,
  catalog: { ...lock.catalog, digest: "sha256:another" },
});

interface Later {
  stated?: Requirements;
  asOf?: string;
  policy?: Partial<CheckPolicy>;
}

function checked(lock: Lock, { stated, asOf = TODAY, policy = {} }: Later = {}) {
  const then = lock.requirements.stated;
  const counterfactuals: Counterfactuals = {
    asStatedThen: () => answerTo(then, asOf),
    onThatDay: () => answerTo(then, lock.asOf),
    asKnownThen: () => answerTo(then, asOf, evidenceUntil(shipped, lock.asOf)),
  };
  const edited = stated === undefined ? [] : Object.keys(stated);
  const input = { name: "a.lock.json", lock, edited };
  const answer = answerTo(stated ?? then, asOf);
  return checkLock(input, answer, counterfactuals, { ...DEFAULT_POLICY, ...policy });
}

function found(outcome: ReturnType<typeof checked>): string[] {
  return outcome.findings.map(({ level, code, cause }) => `${level} ${code} (${cause})`);
}

const CHEAP: Requirements = { budget: "low", task: "chat" };
const DEAR: Requirements = { budget: "unlimited", task: "coding", quality: "critical" };

test("on the day of the lock only the known shutdown is said", () => {
  const outcome = checked(lockOf(CHEAP, TODAY));
  expect(outcome.verdict).toBe("pass");
  expect(found(outcome)).toEqual([
    "warning shutdown-announced (time)",
    "warning no-migration-target (time)",
  ]);
});

test("a target for the end is asked for, taken, and fails when it will not do", () => {
  const lock = lockOf(CHEAP, TODAY);
  const moving = (model: string) => found(checked({ ...lock, migrateTo: { model, by: "ann" } }));
  expect(moving("gpt-6-luna")).toEqual(["warning shutdown-announced (time)"]);
  expect(moving("gpt-4.1-mini")).toContain("failure migration-target-unfit (time)");
  expect(moving("gone")).toContain("failure migration-target-unfit (time)");
});

test("other requirements bring another pick", () => {
  const outcome = checked(lockOf(CHEAP, TODAY), { stated: DEAR });
  expect(outcome).toMatchObject({ verdict: "fail", guarded: "gpt-4o-mini", pick: "gpt-4o" });
  expect(found(outcome)).toContain("failure pick-changed (requirements)");
  const ignored = checked(lockOf(CHEAP, TODAY), {
    stated: DEAR,
    policy: { ignoredCauses: ["requirements"] },
  });
  expect(ignored.verdict).toBe("pass");
});

test("news that came with a newer catalog are the catalog's; known to the same one they came with time", () => {
  const lock = lockOf(CHEAP, BEFORE_THE_NEWS);
  expect(lock.models["gpt-4o-mini"]?.shutdown).toBeNull();
  expect(found(checked(elsewhere(lock)))).toContain("failure shutdown-announced (catalog)");
  expect(found(checked(lock))).toContain("failure shutdown-announced (time)");
});

test("a shutdown that is known comes nearer by time, whatever the catalog", () => {
  const later = { asOf: "2027-01-02", policy: { maxCatalogAgeDays: 365 } };
  for (const lock of [lockOf(CHEAP, TODAY), elsewhere(lockOf(CHEAP, TODAY))]) {
    expect(found(checked(lock, later))).toEqual([
      "failure shutdown-announced (time)",
      "warning no-migration-target (time)",
    ]);
    const patient = { ...later, policy: { ...later.policy, failWithinDays: 11 } };
    expect(checked(lock, patient).verdict).toBe("pass");
  }
});

test("a shutdown that moved closer fails, however far away it is", () => {
  const lock = lockOf(CHEAP, TODAY);
  const models = { "gpt-4o-mini": { usdPerMonth: 33, shutdown: "2027-06-30" } };
  const outcome = checked({ ...elsewhere(lock), models });
  expect(found(outcome)).toContain("failure shutdown-announced (catalog)");
  expect(outcome.findings[0]?.message).toMatch(/2027-01-14, in 53 days, not on 2027-06-30$/);
});

test("the same catalog, day and requirements, but another program: the code", () => {
  const lock = lockOf(CHEAP, TODAY, { program: { name: "pick-model", version: "0.9.0" } });
  const outcome = checked({ ...lock, pick: { ...lock.pick, model: "gpt-4o" } });
  expect(found(outcome)).toContain("failure pick-changed (code)");
  const edited = elsewhere({ ...lock, pick: { ...lock.pick, model: "gpt-4o" } });
  expect(found(checked(edited))).toContain("failure pick-changed (catalog)");
});

test("a dearer month is said, and fails beyond the rise allowed", () => {
  const lock = lockOf(CHEAP, TODAY);
  const bill = lock.models["gpt-4o-mini"]?.usdPerMonth ?? 0;
  const models = { "gpt-4o-mini": { usdPerMonth: bill / 2, shutdown: "2027-01-14" } };
  const cheaper = { ...elsewhere(lock), models };
  expect(found(checked(cheaper))).toContain("warning cost-rose (catalog)");
  const strict = { policy: { maxCostRisePercent: 99 } };
  expect(found(checked(cheaper, strict))).toContain("failure cost-rose (catalog)");
  expect(checked(cheaper, { policy: { maxCostRisePercent: 100 } }).verdict).toBe("pass");
});

test("what is accepted passes by its code and model", () => {
  const accepted = [
    { code: "pick-changed" as const, model: "gpt-4o", by: "ops", reason: "trial", expires: TODAY },
  ];
  const outcome = checked(lockOf(CHEAP, TODAY, { accepted }), { stated: DEAR });
  expect(outcome.verdict).toBe("pass");
  expect(outcome.findings[0]?.passes).toBe(`accepted by ops until ${TODAY}: trial`);
  const other = [{ ...accepted[0], model: "gpt-4o-mini" } as (typeof accepted)[0]];
  expect(checked(lockOf(CHEAP, TODAY, { accepted: other }), { stated: DEAR }).verdict).toBe("fail");
});

test.each([
  ["2026-11-21", "failure pick-changed (requirements)", "warning acceptance-lapsed (time)"],
  [TODAY, null, null],
])("what is accepted until %s", (expires, failure, lapse) => {
  const accepted = [{ code: "pick-changed" as const, by: "ops", reason: "trial", expires }];
  const { findings } = checked(lockOf(CHEAP, TODAY, { accepted }), { stated: DEAR });
  const failed = findings.filter(
    ({ level, passes }) => level === "failure" && passes === undefined,
  );
  expect(failed.map(({ code, cause }) => `failure ${code} (${cause})`)).toEqual(
    failure === null ? [] : [failure],
  );
  const lapsed = findings.filter(({ code }) => code === "acceptance-lapsed");
  expect(lapsed).toHaveLength(lapse === null ? 0 : 1);
});

test.each([
  ["2027-01-13", false],
  ["2027-01-14", false],
  ["2027-01-15", true],
])("on %s the model is gone: %s", (asOf, isGone) => {
  const policy = { maxCatalogAgeDays: 365 };
  const outcome = checked(lockOf(CHEAP, TODAY), { asOf, policy });
  expect(found(outcome).some((each) => each.includes(" shut-down "))).toBe(isGone);
});

test("gates at their limits: the age of a fact, the sureness of the pick, a target's own end", () => {
  const lock = lockOf(CHEAP, TODAY);
  const ages = lock.facts.map(({ observed }) => daysBetween(observed, TODAY));
  const oldest = Math.max(...ages);
  const stale = (maxAgeDays: number) =>
    found(checked(lock, { policy: { maxAgeDays } })).filter((each) => each.includes("fact-stale"));
  expect(stale(oldest)).toEqual([]);
  expect(stale(oldest - 1)).toHaveLength(ages.filter((age) => age === oldest).length);

  const { probability } = lock.pick.confidence;
  const unsure = (minConfidence: number) =>
    found(checked(lock, { policy: { minConfidence } })).filter((each) =>
      each.includes("confidence"),
    );
  expect(unsure(probability)).toEqual([]);
  expect(unsure(probability + 1e-9)).toEqual(["failure confidence-low (requirements)"]);

  // It ends on the very day that the other does.
  const moving = checked({ ...lock, migrateTo: { model: "gpt-4o", by: "ann" } });
  expect(found(moving)).toContain("failure migration-target-unfit (time)");
});

test("evidence until a day leaves out what was observed later, and nothing else", () => {
  const known = evidenceUntil(shipped, BEFORE_THE_NEWS);
  const days = [...JSON.stringify(known.models).matchAll(/"observed":"([^"]+)"/g)];
  expect(days.length).toBeGreaterThan(100);
  expect(days.every(([, day = ""]) => day <= BEFORE_THE_NEWS)).toBe(true);
  expect(evidenceUntil(shipped, "9999-12-31")).toEqual(shipped);
});
