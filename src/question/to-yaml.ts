/** Requirements → the YAML document that asks for the same. */
import type { Requirements } from "../schema/requirements.ts";

/** Words that every reader of YAML, old or new, takes for text. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*$/;

/** The document, ending with one newline; `{}` when nothing is stated. The writer itself needs no YAML library. */
export function toYaml({ $schema: _schema, ...requirements }: Requirements): string {
  const lines = Object.entries(requirements).flatMap(([key, value]) =>
    value === undefined ? [] : field(key, value),
  );
  return lines.length === 0 ? "{}\n" : `${lines.join("\n")}\n`;
}

/** Groups of fields get a line each; lists, and groups within groups, stay on one. */
function field(key: string, value: unknown): string[] {
  if (!isGroup(value) || stated(value).length === 0) return [`${word(key)}: ${inline(value)}`];
  return [
    `${word(key)}:`,
    ...stated(value).map(([inner, each]) => `  ${word(inner)}: ${inline(each)}`),
  ];
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => inline(each)).join(", ")}]`;
  if (isGroup(value)) {
    const fields = stated(value).map(([key, each]) => `${word(key)}: ${inline(each)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  return typeof value === "string" ? word(value) : String(value);
}

function stated(group: object): [string, unknown][] {
  return Object.entries(group).filter(([, value]) => value !== undefined);
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, quoted as in JSON where it could be read as anything else. */
function word(text: string): string {
  return PLAIN.test(text) || /^[a-z]+(?:[A-Z][a-z]*\d*)+$/.test(text) ? text : JSON.stringify(text);
}
