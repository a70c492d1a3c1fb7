/** Cost traits: prices of text and images, the user's own workload, price lists, training, tools. */
import { assess, type Assessment } from "../../../decision/assessment.ts";
import { isPriced } from "../../../decision/cost.ts";
import { priceFacts } from "../../../facts/fact-sheets.ts";
import { lazy } from "../../../facts/memoize.ts";
import { bill, count, exactMoney, multiple, ratio } from "../../../words/figures.ts";
import { costNote } from "../../../words/workload.ts";
import { derivedCell, factCell, figureAt, unknownCell } from "../cells.ts";
import { byRatio, bySameness } from "../differences.ts";
import type { Cell, Compared, RowPlan, TraitContext, TraitGroup } from "../trait.ts";
import { imageOnEach, REFERENCE_IMAGE } from "./images.ts";
import { priceLists } from "./price-lists.ts";

const cheaper = byRatio("cheaper", "lower");

export const cost: TraitGroup = {
  id: "cost",
  title: "Cost",
  alsoCalled: ["price", "prices", "budget"],
  plans: (context) => [
    textPriceRatio(context),
    imagePrice(),
    ...workload(context),
    ...priceLists(context),
    {
      trait: "cost.training",
      label: "Fine-tuning: training",
      differ: cheaper,
      ...figureAt("trainingUsdPerMillionTokens", exactMoney),
    },
    ...TOOLS.map(({ id, field, label, text }) => ({
      trait: `cost.${id}`,
      label,
      knownTo: 1,
      differ: cheaper,
      ...figureAt(`tools.${field}`, text),
    })),
    longInput,
  ],
};

/** How many times the cheapest model's price, for text in and out. */
function textPriceRatio({ compared }: TraitContext): RowPlan {
  const pricesOf = ({ sheet }: Compared) => priceFacts(sheet, "standard", false);
  const cheapest = lazy(() => {
    const least = (of: "input" | "output") =>
      Math.min(...compared.flatMap((each) => pricesOf(each)[of].value ?? []));
    return { input: least("input"), output: least("output") };
  });
  return {
    trait: "cost",
    label: "Text price",
    unit: "times",
    differ: cheaper,
    cell: (each) => {
      const { input, output } = pricesOf(each);
      const facts = [input, output];
      if (input.value === null || output.value === null) return unknownCell(facts);
      // Of a price that is nothing, no other is a multiple.
      const times = (price: number, least: number) => (price === least ? 1 : price / least);
      const into = times(input.value, cheapest().input);
      const out = times(output.value, cheapest().output);
      if (!Number.isFinite(into) || !Number.isFinite(out)) return unknownCell(facts);
      return derivedCell(facts, into, () =>
        ratio(into) === ratio(out) ? `${ratio(into)}x` : `${ratio(into)}x in, ${ratio(out)}x out`,
      );
    },
  };
}

function imagePrice(): RowPlan {
  const { width, height } = REFERENCE_IMAGE;
  return {
    trait: "cost.image",
    label: `One ${width}x${height} image`,
    unit: "USD",
    differ: cheaper,
    cell: (each) => {
      const { facts, usd } = imageOnEach(each);
      return derivedCell(facts, usd, (value) => exactMoney(Number(value)));
    },
  };
}

function workload({ need, sheets, compared }: TraitContext): RowPlan[] {
  if (need === null) return [];
  const assessed = lazy(
    () => new Map(compared.map((each) => [each.id, assess(each.candidate, need, sheets)] as const)),
  );
  const cell = (of: "usdPerRequest" | "usdPerMonth", text: (usd: number) => string) => {
    return ({ id }: Compared): Cell => {
      const estimate = assessed().get(id)?.cost;
      if (estimate === undefined || !isPriced(estimate)) return unknownCell();
      const facts = [...new Set(estimate.lines.map((line) => line.fact))];
      return derivedCell(facts, estimate[of], (value) => text(Number(value)));
    };
  };
  const volume = count(need.workload.requestsPerMonth);
  return [
    {
      trait: "cost.month",
      label: `Your ${volume} requests, month`,
      unit: "USD per month",
      differ: cheaper,
      notes: () => [...new Set([...assessed().values()].flatMap(notesOf))],
      cell: cell("usdPerMonth", bill),
    },
    {
      trait: "cost.request",
      label: "One of your requests",
      unit: "USD",
      differ: cheaper,
      cell: cell("usdPerRequest", exactMoney),
    },
  ];
}

function notesOf({ candidate, cost: estimate }: Assessment): string[] {
  return isPriced(estimate) ? estimate.notes.map((note) => costNote(note, candidate.name)) : [];
}

const TOOLS = [
  {
    id: "web-search",
    field: "webSearchUsdPerThousandCalls",
    label: "Web search",
    text: exactMoney,
  },
  {
    id: "web-search-tokens",
    field: "webSearchInputTokensPerCall",
    label: "Web search: input",
    text: count,
  },
  {
    id: "file-search",
    field: "fileSearchUsdPerThousandCalls",
    label: "File search",
    text: exactMoney,
  },
  {
    id: "file-storage",
    field: "fileStorageUsdPerGigabyteDay",
    label: "File storage",
    text: exactMoney,
  },
] as const;

const longInput: RowPlan = {
  trait: "cost.long-input",
  label: "Above a long input",
  knownTo: 1,
  differ: bySameness,
  cell: ({ sheet }) => {
    const fact = sheet.plain("longContext");
    const words = (step: {
      aboveInputTokens: number;
      inputMultiple: number;
      outputMultiple: number;
    }) =>
      `above ${count(step.aboveInputTokens)} tokens: ${multiple(step.inputMultiple)}x in, ${multiple(step.outputMultiple)}x out`;
    return factCell(fact, { text: words, value: words });
  },
};
