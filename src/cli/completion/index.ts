/** The shells: a new one is a file beside this one and a line below. */
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { CompletedCommand } from "./lists.ts";
import { zsh } from "./zsh.ts";

export const SHELLS = { bash, zsh, fish } as const satisfies Record<
  string,
  (commands: readonly CompletedCommand[]) => string
>;
