/** Completion for bash: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
import { COMPLETE } from "./shell-names.ts";

/** Runs on the bash 3.2 of macOS. */
export const bash = `# bash completion of pick-model: source this file, or put it into /etc/bash_completion.d
_pick_model() {
  local words word current before line first=1 files= joins=
  words=()
  # bash breaks --option=value and name=value into three words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ \${#words[@]} -gt 0 && ( $word == = || -n $joins ) ]]; then
      words[\${#words[@]}-1]+=$word
      if [[ $word == = ]]; then joins=1; else joins=; fi
    else
      words+=("$word")
      joins=
    fi
  done
  # an empty last word begins after a blank; right behind = it has been joined
  [[ \${#words[@]} -eq 0 ]] && words=("")
  current="\${words[\${#words[@]}-1]}"
  before=
  [[ $current == *=* ]] && before="\${current%"\${current##*=}"}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -n $first ]]; then
      first=
      [[ $line == :files* ]] && files="\${line#:files }"
      continue
    fi
    word="\${line%%$'\\t'*}"
    COMPREPLY+=("\${word#"$before"}")
  done < <(pick-model ${COMPLETE} "\${words[@]}" 2>/dev/null)
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    current="\${current#"$before"}"
    while IFS= read -r line; do
      COMPREPLY+=("$line")
    done < <(compgen -d -- "$current"; compgen -f -X "!$files" -- "$current" | while IFS= read -r line; do
      [[ -d $line ]] || printf '%s\\n' "$line"
    done)
  fi
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _pick_model pick-model
`;
