/** The shells: a new one is a name in lists.ts, a file beside this one and a line below. */
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { CompletedCommand, ShellName } from "./lists.ts";
import { zsh } from "./zsh.ts";

export const SHELLS = { bash, zsh, fish } as const satisfies Record<
  ShellName,
  (commands: readonly CompletedCommand[]) => string
>;
