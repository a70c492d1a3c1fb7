/** Groups of a model's facts, and the label of each fact inside its group. */
import { inWords } from "../../words/units.ts";

interface Group {
  title: string;
  /** First words of the paths it holds; the first of them goes without saying. */
  rooms: readonly string[];
}

const GROUPS: readonly Group[] = [
  { title: "Prices, per million tokens", rooms: ["prices"] },
  {
    title: "Fine-tuning prices, per million tokens",
    rooms: ["fineTunedPrices", "trainingUsdPerMillionTokens"],
  },
  { title: "Tools and surcharges", rooms: ["tools", "longContext", "regionalUplift"] },
  { title: "Limits", rooms: ["limits"] },
  { title: "Rate limits, by usage tier", rooms: ["rateLimits"] },
  { title: "Image tokens and tokenizer", rooms: ["imageTokens", "tokenizer"] },
  { title: "Modalities and endpoints", rooms: ["modalities", "endpoints"] },
  { title: "Features", rooms: ["features"] },
  { title: "Request parameters", rooms: ["requestParameters"] },
  { title: "Benchmarks", rooms: ["benchmarks"] },
  { title: "Other results, never used to decide", rooms: ["otherResults"] },
  { title: "The same work before and after", rooms: ["measuredSwitches"] },
  { title: "Speed", rooms: ["speed"] },
  { title: "Lifecycle", rooms: ["lifecycle", "alias"] },
  { title: "Reasoning", rooms: ["reasoning"] },
  { title: "About", rooms: ["about", "knowledgeCutoff", "parameters"] },
];
const ELSE: Group = { title: "Else", rooms: [] };

/** Facts by chapter, in the chapters' order; nothing is lost when the schema grows a room of its own. */
export function grouped<Item extends { path: readonly string[] }>(
  items: readonly Item[],
): { group: Group; items: Item[] }[] {
  return [...GROUPS, ELSE]
    .map((group) => ({ group, items: items.filter(({ path }) => groupOf(path) === group) }))
    .filter((each) => each.items.length > 0);
}

function groupOf([room = ""]: readonly string[]): Group {
  return GROUPS.find(({ rooms }) => rooms.includes(room)) ?? ELSE;
}

/** `standard: cached input`, `tier 1: requests per minute`, `gpqa`. */
export function factName(path: readonly string[], group: Group): string {
  const unsaid = path[0] === group.rooms[0] && path.length > 1;
  const words = (unsaid ? path.slice(1) : path).map(inWords);
  if (path[0] === "rateLimits") return [`tier ${words[0] ?? ""}`, ...words.slice(1)].join(": ");
  return words.join(": ");
}
