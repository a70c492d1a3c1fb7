/** The public JSON value as YAML. */
import { stringify } from "yaml";
import type { Presentation } from "./presentation.ts";

/** Unfolded, without anchors, and quoted where a YAML 1.1 reader would take a word for a date or a boolean. */
const PLAIN = { lineWidth: 0, aliasDuplicateObjects: false, compat: "yaml-1.1" } as const;

export function render({ data }: Presentation): string {
  return yamlText(data());
}

/** A value as a YAML document. */
export function yamlText(value: unknown): string {
  return stringify(value, PLAIN);
}
