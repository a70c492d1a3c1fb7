/** Ids of models as people have them: from a router's list, a vendor's page, a log of a fine-tuned model. */
import { usageFailure } from "../schema/failure.ts";
import { isIdentifier } from "../schema/texts.ts";
import { shortText } from "./number.ts";
import { quoted } from "./quoted.ts";
import { readList } from "./word.ts";

/** Prefixes that say whose model it is, and mean the vendor's own. */
const OWN_PREFIX = /^(?:openrouter\/)?openai\/|^models\//;
const FINE_TUNED = /^ft:(?<base>[^:]+)(?::.*)?$/;
const OTHER_SERVICE = /^(?<service>[^/]+)\/(?:.*\/)?(?<model>[^/]+)$/;

/**
 * A model's id where there is no doubt which: `openai/gpt-4o`, `GPT-4o mini`. Whether the catalog has it is checked
 * later.
 * @throws Failure (usage) naming what to write for a fine-tuned model or one that another service hosts
 */
export function readModelId(text: string, flag: string): string {
  const typed = shortText(text, flag);
  if (typed === "") throw usageFailure("no value; expected an id", flag);
  const id = typed.toLowerCase().replace(OWN_PREFIX, "").replaceAll(/\s+/g, "-");
  if (isIdentifier(id) && !id.startsWith("ft:")) return id;
  const tuned = FINE_TUNED.exec(id)?.groups?.["base"];
  if (tuned !== undefined) {
    const advice = `write ${tuned}, and --fine-tuned for its prices`;
    throw usageFailure(`${quoted(typed)} is a fine-tuned model`, flag, advice);
  }
  const hosted = OTHER_SERVICE.exec(id)?.groups;
  if (hosted !== undefined && isIdentifier(hosted["model"] ?? "")) {
    const advice = `did you mean '${hosted["model"]}'? Prices and ends of service are the vendor's own`;
    throw usageFailure(`${quoted(typed)} is the model of another service`, flag, advice);
  }
  throw usageFailure(`${quoted(typed)} is not an id`, flag);
}

/** A list of them. */
export function readModelIds(texts: readonly string[], flag: string): string[] {
  const ids = readList(texts, flag).map((part) => readModelId(part, flag));
  return readList(ids, flag);
}
