/** How to keep checking that the decision still holds: the lock, and the command that verifies it. */
import type { Answer } from "../../recommendation/recommend.ts";
import { askedAs } from "./asked-as.ts";
import { codeBlock, paragraph } from "./markup.ts";

export function confirmation({ decision, result }: Answer): string[] {
  const options = askedAs(decision.need);
  const asked = options === "" ? "" : ` ${options}`;
  const digests = `As of ${result.asOf}, from catalog \`${result.catalog.digest}\` with constants \`${result.catalog.constants}\`, by \`pick-model\` ${result.program.version}.`;
  if (result.recommendation === null) {
    return [
      paragraph(
        "There is no decision to lock yet. Ask again when the requirements or the catalog change; the exit code is 1 as long as no model qualifies:",
      ),
      codeBlock([`pick-model${asked}`]),
      digests,
    ];
  }
  return [
    paragraph(
      "Lock the decision once, and check the lock in every build: the check exits with 1 and says why as soon as the answer is no longer right.",
    ),
    codeBlock([`pick-model lock${asked}`, "pick-model check"]),
    digests,
  ];
}
