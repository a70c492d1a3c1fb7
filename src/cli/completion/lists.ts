/** The shells, and what they can complete: commands, their options, and the words those take. */

export const SHELL_NAMES = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

export interface CompletedOption {
  flags: readonly string[];
  takesValue: boolean;
  /** Words the value may be; empty where nothing is known of it. */
  words: readonly string[];
  /** The value is a path. */
  isPath: boolean;
  help: string;
}

export interface CompletedCommand {
  /** One word or two; empty for the default command. */
  name: string;
  summary: string;
  options: readonly CompletedOption[];
  /** Words its operands may be. */
  operands: readonly string[];
}
