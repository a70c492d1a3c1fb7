/**
 * Requirements as the fragment of a report's address, so that a view can be shared: `#budget=500&requests=200/day`.
 * Each field stands under its option's name, as the option takes it. Unlike options it can also take back what was
 * asked: `stream=no`, and an empty list as `needs=`.
 */
import { Failure, usageFailure } from "../schema/failure.ts";
import type { Requirements } from "../schema/requirements.ts";
import { documentOf } from "./merge.ts";
import { REQUIREMENT_ENTRIES } from "./options/index.ts";
import {
  type FlagTools,
  type RequirementOption,
  type RequirementPath,
  type Setting,
  valueAt,
  typedAs,
} from "./requirement-option.ts";

const YES = "yes";
const NO = "no";
/** Lists that may be empty: nothing needed, nobody excluded, no image. */
const EMPTIABLE: readonly RequirementPath[] = ["needs", "exclude", "workload.images"];
/** Characters that a fragment may hold as they are, and that make it readable. */
const READABLE: Record<string, string> = { "%3A": ":", "%2C": ",", "%2F": "/", "%3D": "=" };

/** What a page knows: it reads no files. */
type PageTools = Pick<FlagTools, "daysPerMonth">;

/** A parameter that cannot be understood. */
export interface RefusedParameter {
  name: string;
  /** In the option's own words. */
  reason: string;
}

/** What the document states, without the `#`; see `inexpressibleFields` for what is left out. */
export function fragmentOf(document: Requirements): string {
  const parameters = new URLSearchParams();
  for (const [name, option] of REQUIREMENT_ENTRIES) {
    for (const text of textsOf(option, document)) parameters.append(name, text);
  }
  const text = parameters.toString();
  return text.replaceAll(/%(?:3A|2C|2F|3D)/g, (code) => READABLE[code] ?? code);
}

function textsOf({ path, write }: RequirementOption, document: Requirements): readonly string[] {
  const value = valueAt(document, path);
  const texts = write(document);
  if (typeof texts !== "boolean") {
    return Array.isArray(value) && value.length === 0 ? [""] : texts;
  }
  if (texts) return [YES];
  return value === false ? [NO] : [];
}

/** What can be understood, and what cannot. */
export function readFragment(
  fragment: string,
  tools: PageTools,
): { document: Requirements; refused: RefusedParameter[] } {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const settings: Setting[] = [];
  const refused: RefusedParameter[] = [];
  for (const name of new Set(parameters.keys())) {
    try {
      settings.push(...readParameter(name, parameters.getAll(name), tools));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push({ name, reason: error.message });
    }
  }
  return { document: documentOf(settings.map(({ path, value }) => [path, value])), refused };
}

/**
 * The field that one option's texts set.
 * @param name the option's: `requests`
 * @throws Failure (usage) for an unknown option, and for texts the option does not take
 */
export function readParameter(name: string, texts: readonly string[], tools: PageTools): Setting[] {
  const option = REQUIREMENT_ENTRIES.find(([each]) => each === name)?.[1];
  if (option === undefined) throw usageFailure("there is no such option", name);
  const { flag, path, placeholder, repeatable, read } = option;
  const [text = "", ...others] = texts;
  if (others.length > 0 && repeatable !== true) throw usageFailure("is given twice", flag);
  const setting = (value: unknown) => [{ path: path.split("."), value, ...typedAs(flag, [text]) }];
  if (text === "" && EMPTIABLE.includes(path)) return setting([]);
  if (placeholder === undefined) {
    if (text !== YES && text !== NO) throw usageFailure(`expected ${YES} or ${NO}`, flag);
    return setting(text === YES);
  }
  const settings = read(repeatable === true ? texts : text, flag, { ...tools, readImageSize });
  if (settings instanceof Promise) throw usageFailure("a page reads no files", flag);
  return settings;
}

function readImageSize(_path: string, flag: string): never {
  throw usageFailure("a page reads no files", flag);
}
