/** The shells that are completed: each script asks the program itself, so that none knows a word of its own. */
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { ShellName } from "./shell-names.ts";
import { zsh } from "./zsh.ts";

export const SHELLS = { bash, zsh, fish } as const satisfies Record<ShellName, string>;
