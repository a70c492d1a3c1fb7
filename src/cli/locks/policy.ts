/** The options of `check` as what it insists on. */
import { type CheckPolicy, DEFAULT_POLICY, CHECK_CAUSES } from "../../answers/check/policy.ts";
import type { OptionValues } from "../../question/option.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { usageFailure } from "../../schema/failure.ts";
import { readNumber, shortText } from "../../typed/number.ts";
import { readWords } from "../../typed/word.ts";
import type { CHECK_OPTIONS } from "../options/locks.ts";
import { knownModel } from "../question.ts";

const MOST_DAYS = 36_500;

/** @throws Failure (usage) */
export function readPolicy(
  options: OptionValues<typeof CHECK_OPTIONS>,
  catalog: Catalog,
): CheckPolicy {
  const { failWithin, maxCostRise, maxAge, maxCatalogAge, minConfidence, expect } = options;
  return {
    failWithinDays: daysOf(failWithin, "--fail-within") ?? DEFAULT_POLICY.failWithinDays,
    maxCatalogAgeDays:
      daysOf(maxCatalogAge, "--max-catalog-age") ?? DEFAULT_POLICY.maxCatalogAgeDays,
    ...given("maxCostRisePercent", percentOf(maxCostRise, "--max-cost-rise")),
    ...given("maxAgeDays", daysOf(maxAge, "--max-age")),
    ...given("minConfidence", shareOf(minConfidence, "--min-confidence")),
    ...given(
      "expected",
      expect === undefined ? undefined : knownModel(expect, catalog, "--expect"),
    ),
    ignoredCauses:
      options.ignoreCause === undefined
        ? []
        : readWords(options.ignoreCause, "--ignore-cause", CHECK_CAUSES),
  };
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  // A computed name widens to `string`: the type is said once here.
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function daysOf(typed: string | undefined, flag: string): number | undefined {
  if (typed === undefined) return undefined;
  const rule = { what: "a number of days", example: "30", whole: true, most: MOST_DAYS };
  return readNumber(typed.replace(/d$/, ""), flag, rule);
}

function percentOf(typed: string | undefined, flag: string): number | undefined {
  if (typed === undefined) return undefined;
  const figure = shortText(typed, flag).replace(/%$/, "");
  return readNumber(figure, flag, { what: "a percentage", example: "10" });
}

/** `0.8` or `80%`. */
function shareOf(typed: string | undefined, flag: string): number | undefined {
  if (typed === undefined) return undefined;
  const share = typed.endsWith("%")
    ? (percentOf(typed, flag) ?? 0) / 100
    : readNumber(typed, flag, { what: "a share", example: "0.8 or 80%" });
  if (share > 1) throw usageFailure(`'${typed}' is above 1`, flag, "such as 0.8 or 80%");
  return share;
}
