/** Completion for fish: https://fishshell.com/docs/current/completions.html */
import type { CompletedCommand, CompletedOption } from "./lists.ts";

export function fish(commands: readonly CompletedCommand[]): string {
  const named = commands.filter(({ name }) => name !== "");
  const firsts = [...new Set(named.map(({ name }) => name.split(" ")[0] ?? ""))];
  const lines = commands.flatMap(({ name, options, operands }) => {
    const words = name === "" ? [] : name.split(" ");
    const when =
      words.length === 0
        ? `not __fish_seen_subcommand_from ${firsts.join(" ")}`
        : words.map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");
    return [
      ...options.map((option) => line(when, option)),
      ...(operands.length === 0
        ? []
        : [`complete -c pick-model -n ${quoted(when)} -f -a ${quoted(operands.join(" "))}`]),
    ];
  });
  const starts = named.map(({ name, summary }) => {
    const [first = "", second] = name.split(" ");
    const when =
      second === undefined
        ? `not __fish_seen_subcommand_from ${firsts.join(" ")}`
        : `__fish_seen_subcommand_from ${first}`;
    return `complete -c pick-model -n ${quoted(when)} -f -a ${second ?? first} -d ${quoted(summary)}`;
  });
  const groups = firsts
    .filter((first) => !named.some(({ name }) => name === first))
    .map(
      (first) =>
        `complete -c pick-model -n ${quoted(`not __fish_seen_subcommand_from ${firsts.join(" ")}`)} -f -a ${first}`,
    );
  return `# fish completion of pick-model: put this file into ~/.config/fish/completions
${[...groups, ...starts, ...lines].join("\n")}
`;
}

function line(when: string, { flags, takesValue, words, isPath, help }: CompletedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const value = !takesValue
    ? []
    : isPath
      ? ["-r", "-F"]
      : ["-x", ...(words.length === 0 ? [] : [`-a ${quoted(words.join(" "))}`])];
  return `complete -c pick-model -n ${quoted(when)} ${[...names, ...value].join(" ")} -d ${quoted(help)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
