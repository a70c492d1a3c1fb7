/** Completion for zsh: https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
import { COMPLETE } from "./shell-names.ts";

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
