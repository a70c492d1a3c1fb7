/** Completion for zsh: https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
import { shellQuoted } from "../../words/shell.ts";
import type { CompletedCommand, CompletedOption } from "./lists.ts";

export function zsh(commands: readonly CompletedCommand[]): string {
  const named = commands.filter(({ name }) => name !== "");
  const first = [...new Map(named.map((each) => [each.name.split(" ")[0] ?? "", each]))];
  const byDefault = commands.find(({ name }) => name === "");
  return `#compdef pick-model
# zsh completion of pick-model: put this file as _pick-model into a folder of $fpath
_pick_model() {
  local -a commands
  commands=(
${first.map(([word, { summary, name }]) => `    ${shellQuoted(`${word}:${name === word ? summary : `${word} …`}`)}`).join("\n")}
  )
  local command="$words[2]"
  [[ "$command" == (${groupsOf(named).join("|") || "''"}) ]] && command="$words[2] $words[3]"
  case "$command" in
${named
  .map(
    ({ name, options, operands }) =>
      `    ${shellQuoted(name)})\n      shift ${name.split(" ").length} words; (( CURRENT -= ${name.split(" ").length} ))\n      _arguments -s ${[...options.flatMap(specsOf), operandSpec(operands)].join(" \\\n        ")} ;;`,
  )
  .join("\n")}
${groupsOf(named)
  .map(
    (group) =>
      `    ${shellQuoted(`${group} `)}*) compadd -- ${named
        .filter(({ name }) => name.startsWith(`${group} `))
        .map(({ name }) => name.slice(group.length + 1))
        .join(" ")} ;;`,
  )
  .join("\n")}
    *)
      _describe command commands
      _arguments -s ${(byDefault?.options ?? []).flatMap(specsOf).join(" \\\n        ")} ;;
  esac
}
compdef _pick_model pick-model
`;
}

function groupsOf(commands: readonly CompletedCommand[]): string[] {
  const pairs = commands.filter(({ name }) => name.includes(" "));
  return [...new Set(pairs.map(({ name }) => name.split(" ")[0] ?? ""))];
}

function specsOf({ flags, takesValue, words, isPath, help }: CompletedOption): string[] {
  const action = isPath ? "_files" : words.length === 0 ? " " : `(${words.join(" ")})`;
  const value = takesValue ? `:value:${action}` : "";
  return flags.map((flag) =>
    shellQuoted(`*${flag}[${help.replaceAll(/[[\]:]/g, "\\$&")}]${value}`),
  );
}

function operandSpec(operands: readonly string[]): string {
  return shellQuoted(operands.length === 0 ? "*:file:_files" : `*:name:(${operands.join(" ")})`);
}
