/** A command line with its mistake put right: what an error tells the user to type instead. */
import type { Correction } from "../schema/failure.ts";

/**
 * The arguments with what was meant in place of what was typed; null where the mistake is not among them, but in a
 * file, say.
 *
 * @param where what the failure names: an option, a command or a place in a file
 * @param shorts the short form of each option that has one
 */
export function correctedArguments(
  argv: readonly string[],
  where: string | undefined,
  correction: Correction,
  shorts: ReadonlyMap<string, string>,
): string[] | null {
  const { typed, meant, add = [] } = correction;
  if (typed === "" && meant === "") return [...argv, ...add];
  const [, option] = /^(--[\w-]+)/.exec(where ?? "") ?? [];
  const words =
    option === undefined
      ? withWord(argv, correction)
      : withValue(argv, option, shorts.get(option), correction);
  return words === null ? null : [...words, ...add];
}

/** A word of its own: a command, a model, an option nobody knows. */
function withWord(argv: readonly string[], { typed, meant, flag }: Correction): string[] | null {
  if (typed === "") return [...argv, meant];
  const exact = argv.indexOf(typed);
  const at = exact === -1 ? argv.findIndex((word) => word.includes(typed)) : exact;
  if (at === -1) return null;
  const word = (argv[at] ?? "").replace(typed, () => meant);
  // Named already: once is enough.
  const isThere = flag === undefined && argv.includes(word);
  if (isThere) return argv.filter((_word, place) => place !== at);
  const words = flag === undefined ? word.split(" ").filter((part) => part !== "") : [flag, word];
  return [...argv.slice(0, at), ...words, ...argv.slice(at + 1)];
}

function withValue(
  argv: readonly string[],
  option: string,
  short: string | undefined,
  { typed, meant, flag = option }: Correction,
): string[] | null {
  for (const [at, word] of argv.entries()) {
    const rest = (from: number) => argv.slice(from);
    if (word === option || word === short) {
      const value = argv[at + 1];
      // Of an option without its value, or followed by the next option.
      if (typed === "" && (value === undefined || value.startsWith("-"))) {
        return [...argv.slice(0, at), flag, meant, ...rest(at + 1)];
      }
      if (value?.includes(typed) === true) {
        return [...argv.slice(0, at), flag, put(value, typed, meant), ...rest(at + 2)];
      }
    }
    const [joined] = [`${option}=`, ...(short === undefined ? [] : [short])].filter(
      (each) => word.startsWith(each) && word !== short,
    );
    if (joined !== undefined && word.slice(joined.length).includes(typed)) {
      // `--json=yes` takes no value at all.
      if (meant === option) return [...argv.slice(0, at), meant, ...rest(at + 1)];
      const value = put(word.slice(joined.length), typed, meant);
      return [...argv.slice(0, at), flag, value, ...rest(at + 1)];
    }
  }
  return null;
}

function put(value: string, typed: string, meant: string): string {
  return value.replace(typed, () => meant);
}
