/** Completion for fish: https://fishshell.com/docs/current/completions.html */
import { COMPLETE } from "./shell-names.ts";

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
