/** What each tone looks like. None carries a meaning that the words do not: everything reads the same without. */
import type { ChalkInstance } from "chalk";
import type { Tone } from "./document.ts";

/** The sixteen colours of the user's own theme only, so that they suit dark and light screens. */
export const TERMINAL_TONES = {
  strong: (chalk) => chalk.bold,
  dim: (chalk) => chalk.dim,
  good: (chalk) => chalk.green,
  chosen: (chalk) => chalk.bold.green,
  warning: (chalk) => chalk.yellow,
  bad: (chalk) => chalk.red,
  accent: (chalk) => chalk.cyan,
} as const satisfies Record<Tone, (chalk: ChalkInstance) => ChalkInstance>;

/** Markdown has emphasis and no colour. */
export const MARKDOWN_TONES = {
  strong: "**",
  dim: "",
  good: "",
  chosen: "**",
  warning: "**",
  bad: "**",
  accent: "",
} as const satisfies Record<Tone, string>;
