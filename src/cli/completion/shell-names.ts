/** The shells, and the word with which their scripts ask. */

export const SHELL_NAMES = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

/**
 * `pick-model __complete WORD… CURRENT`: the words before the cursor and the one it is in, maybe empty. The first line
 * of the answer is `:words` or `:files PATTERN`; each other one is a word, a tab and what it means.
 */
export const COMPLETE = "__complete";
