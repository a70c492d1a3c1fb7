/** Completion scripts for bash, zsh and fish: each asks the program itself, so that none knows a word of its own. */
import { type ShellName, COMPLETE } from "./shell-names.ts";

/** Completion for fish: https://fishshell.com/docs/current/completions.html */
export const fish = `# fish completion of pick-model: put this file into ~/.config/fish/completions
function __pick_model_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (pick-model ${COMPLETE} $words[2..] "$current" 2>/dev/null)
    if string match -q ':files*' -- "$lines[1]"
        set -l pattern (string replace ':files ' '' -- "$lines[1]")
        if test "$pattern" = '*'
            __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$current")
        else
            __fish_complete_suffix (string replace -r '^[*]' '' -- "$pattern")
        end
        return
    end
    printf '%s\\n' $lines[2..]
end
complete -c pick-model -f -a '(__pick_model_complete)'
`;

/** Completion for zsh: https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export const zsh = `#compdef pick-model
# zsh completion of pick-model: put this file as _pick-model into a folder of $fpath, or source it
_pick_model() {
  local -a lines plain told
  local line word meaning
  lines=("\${(@f)$(pick-model ${COMPLETE} "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  if [[ $lines[1] == :files* ]]; then
    _files -g "\${lines[1]#:files }"
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    word=\${line%%$'\\t'*}
    meaning=
    [[ $line == *$'\\t'* ]] && meaning=\${line#*$'\\t'}
    if [[ -z $word ]]; then
      continue
    elif [[ -z $meaning ]]; then
      plain+=("$word")
    else
      told+=("\${word//:/\\\\:}:$meaning")
    fi
  done
  if (( $#told )); then
    if [[ $PREFIX == -* ]]; then
      _describe -o option told
    else
      _describe word told
    fi
  fi
  if (( $#plain )); then
    if [[ $plain[1] == *= ]]; then
      compadd -S '' -a -- plain
    else
      compadd -a -- plain
    fi
  fi
}
if [[ $funcstack[1] == _pick-model ]]; then
  _pick_model "$@"
else
  compdef _pick_model pick-model
fi
`;

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

export const SHELLS = { bash, zsh, fish } as const satisfies Record<ShellName, string>;
