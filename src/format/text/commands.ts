/** Words from catalogs and files, printed as words: no line of them is a command to GitHub's runner. */

export function withoutCommands(text: string): string {
  if (!text.includes("::") && !text.includes(OLD_COMMAND)) return text;
  return withoutOldCommand(text)
    .split(/(\r\n|\r|\n)/)
    .map((line) => line.replace(/^(\s*):(?=:)/, "$1: "))
    .join("");
}

const OLD_COMMAND = "##[";

/** The runner's older syntax counts anywhere in a line. */
export function withoutOldCommand(text: string): string {
  return text.replaceAll(OLD_COMMAND, "# #[");
}
