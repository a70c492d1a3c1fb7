/** The public JSON value as YAML. */
import { stringify } from "yaml";
import { harmlessJson, needsEscapes } from "./json.ts";
import type { Presentation } from "./presentation.ts";

/** Unfolded, without anchors, and quoted where a YAML 1.1 reader would take a word for a date or a boolean. */
const PLAIN = { lineWidth: 0, aliasDuplicateObjects: false, compat: "yaml-1.1" } as const;
/** Only between double quotes can a character be written out, and no line of data starts anew. */
const QUOTED = {
  ...PLAIN,
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "PLAIN",
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;
/** A line of data that a workflow's runner would take for a command. */
const COMMAND = /^\s*::/m;

export function render({ data }: Presentation): string {
  return yamlText(data());
}

/** A value as a YAML document. */
export function yamlText(value: unknown): string {
  const text = stringify(value, PLAIN);
  return needsEscapes(text) || COMMAND.test(text) ? harmlessJson(stringify(value, QUOTED)) : text;
}
