/** Completion for bash: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
import type { CompletedCommand } from "./lists.ts";

export function bash(commands: readonly CompletedCommand[]): string {
  const names = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? ""))].filter(Boolean);
  const seconds = commands.flatMap(({ name }) => (name.includes(" ") ? [name.split(" ")] : []));
  const values = [
    ...new Map(
      commands.flatMap(({ options }) =>
        options.filter(({ takesValue }) => takesValue).map((each) => [each.flags.join("|"), each]),
      ),
    ).values(),
  ];
  return `# bash completion of pick-model: source this file, or put it into /etc/bash_completion.d
_pick_model() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words command word value
  # --option=value comes as three words
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  # of a list, the part after the last comma
  local last="\${current##*,}"
  local before="\${current%"$last"}"
  case "$previous" in
${values
  .map(({ flags, words, isPath }) =>
    isPath
      ? `    ${flags.join("|")}) compopt -o filenames 2>/dev/null; local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$current")); return ;;`
      : `    ${flags.join("|")}) COMPREPLY=($(compgen -P "$before" -W '${words.join(" ")}' -- "$last")); return ;;`,
  )
  .join("\n")}
  esac
  command=""
  value=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${values.flatMap(({ flags }) => flags).join("|")}) value=next ;;
      =) value=next ;;
      -*) value="" ;;
      *) [[ -n $value ]] || command="$command\${command:+ }$word"; value="" ;;
    esac
  done
  case "$command" in
${seconds
  .map(([first]) => first ?? "")
  .filter((first, index, all) => all.indexOf(first) === index)
  .map(
    (first) =>
      `    ${first}) words='${seconds
        .filter(([each]) => each === first)
        .map(([, second]) => second)
        .join(" ")}' ;;`,
  )
  .join("\n")}
${commands
  .filter(({ name }) => name !== "")
  .map(
    ({ name, options, operands }) =>
      `    "${name}"|"${name} "*) words='${[...options.flatMap(({ flags }) => flags), ...operands].join(" ")}' ;;`,
  )
  .join("\n")}
    *) words='${[...names, ...(commands.find(({ name }) => name === "")?.options ?? []).flatMap(({ flags }) => flags)].join(" ")}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _pick_model pick-model
`;
}
