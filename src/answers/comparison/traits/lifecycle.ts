/** Lifecycle traits: release, shutdown, named replacement, end of fine-tuning; other platforms apart. */
import type { Fact } from "../../../facts/claims.ts";
import { lifecycleFacts, type LifecycleFacts } from "../../../facts/fact-sheets.ts";
import type { Claim } from "../../../schema/claim.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { vendorName } from "../../../words/endings.ts";
import { count, list } from "../../../words/figures.ts";
import { derivedCell, factCell, shownClaims, unknownCell, wordCell } from "../cells.ts";
import { byDays, bySameness } from "../differences.ts";
import type { Cell, Compared, RowPlan, TraitContext, TraitGroup } from "../trait.ts";

const apart = byDays(daysBetween);

export const lifecycle: TraitGroup = {
  id: "lifecycle",
  title: "Lifecycle",
  alsoCalled: ["shutdown"],
  plans: (context) => [
    announced("lifecycle.shutdown", "Shuts down", (facts) => facts.shutdown),
    daysLeft(context),
    announced("lifecycle.replacement", "Named next", (facts) => facts.replacement),
    {
      trait: "lifecycle.released",
      label: "First released",
      differ: apart,
      cell: firstReleased,
    },
    {
      trait: "lifecycle.snapshot",
      label: "Alias stands for",
      cell: ({ candidate, sheet }) => {
        const alias = sheet.plain("alias");
        return candidate.snapshot === null
          ? unknownCell()
          : { ...derivedCell([], candidate.snapshot.id, String), claims: wordCell(alias).claims };
      },
    },
    {
      trait: "lifecycle.snapshot-released",
      label: "Snapshot released",
      differ: apart,
      cell: ({ sheet }) => pastDay(sheet.plain("lifecycle.released")),
    },
    {
      trait: "lifecycle.deprecated",
      label: "Deprecated",
      knownTo: 1,
      differ: apart,
      cell: ({ sheet }) => wordCell(sheet.plain("lifecycle.deprecated")),
    },
    announced(
      "lifecycle.fine-tuning-closed-to-new",
      "Fine-tuning: shut to new",
      (facts) => facts.fineTuningClosedToNewCustomers,
    ),
    announced(
      "lifecycle.fine-tuning-closes",
      "Fine-tuning: closes",
      (facts) => facts.fineTuningCloses,
    ),
    ...platformsOf(context).flatMap((platform) => elsewhere(context, platform)),
  ],
};

function announced(
  trait: string,
  label: string,
  of: (facts: LifecycleFacts) => LifecycleFacts["shutdown"],
): RowPlan {
  return {
    trait,
    label,
    differ: trait === "lifecycle.replacement" ? bySameness : apart,
    cell: ({ sheet }) => wordCell(of(lifecycleFacts(sheet))),
  };
}

function daysLeft({ sheets: { asOf } }: TraitContext): RowPlan {
  return {
    trait: "lifecycle.days-left",
    label: "Days left",
    unit: "days",
    cell: ({ sheet }) => {
      const { shutdown } = lifecycleFacts(sheet);
      return factCell(shutdown, {
        text: (date) => {
          const days = daysBetween(asOf, date);
          return days < 0 ? `ended ${count(-days)} days ago` : count(days);
        },
        value: (date) => daysBetween(asOf, date),
      });
    },
  };
}

/** What has happened does not grow old, as an announcement does. */
function pastDay(fact: Fact<string>): Cell {
  const cell = wordCell(fact);
  return cell.status === "stale" ? { ...cell, status: "fresh" } : cell;
}

/** The model's earliest release, whatever its plain id means today. */
function firstReleased({ id, sheet, candidate }: Compared): Cell {
  const released = sheet.plain("lifecycle.released");
  if (id !== candidate.model.id) return pastDay(released);
  const earliest = released.statements.toSorted((a, b) =>
    a.claim.value < b.claim.value ? -1 : 1,
  )[0];
  if (earliest === undefined) return unknownCell();
  return {
    value: earliest.claim.value,
    text: earliest.claim.value,
    status: "fresh",
    fromSibling: false,
    claims: () => shownClaims(released.path, [earliest], earliest),
  };
}

/** Platforms other than the vendor's own that any claim about an ending speaks of. */
function platformsOf({ compared }: TraitContext): string[] {
  const claims: Claim[] = compared.flatMap(({ candidate }) => [
    ...(candidate.model.lifecycle?.shutdown ?? []),
    ...(candidate.model.lifecycle?.replacement ?? []),
  ]);
  const own = new Set(compared.map(({ candidate }) => candidate.model.provider));
  const platforms = claims.flatMap(({ platform }) => platform ?? []);
  return [...new Set(platforms)].filter((platform) => !own.has(platform)).toSorted();
}

/** Never used to decide: another platform keeps its own dates. */
function elsewhere(context: TraitContext, platform: string): RowPlan[] {
  const name = vendorName(context.sheets.catalog.vendors, platform);
  const plan = (
    field: "shutdown" | "replacement" | "fineTuningCloses",
    trait: string,
    label: string,
  ): RowPlan => ({
    trait: `lifecycle.${platform}-${trait}`,
    label: `On ${name}: ${label}`,
    knownTo: 1,
    differ: field === "replacement" ? bySameness : apart,
    cell: ({ sheet }) => {
      const fact = sheet.plain(`lifecycle.${field}`, { platform });
      const others = fact.disputedBy.map(({ claim }) => claim.value);
      return factCell(fact, {
        text: (value) => list([...new Set([value, ...others])].toSorted(), "or"),
      });
    },
  });
  return [
    plan("shutdown", "shutdown", "retires"),
    plan("replacement", "replacement", "next"),
    plan("fineTuningCloses", "fine-tuning-closes", "training"),
  ];
}
