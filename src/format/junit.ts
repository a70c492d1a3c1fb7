/** Test results as CI services read them: JUnit XML, one case for each thing that was tested. */
import type { Presentation, TestCase } from "./presentation.ts";
import { withoutCommands, visible } from "./document.ts";

export function render({ testCases, summary }: Presentation): string | null {
  if (testCases === undefined) return null;
  const cases = testCases();
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ failures }) => failures.length > 0).length,
    errors: cases.filter(({ error }) => error !== undefined).length,
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "pick-model check", ...counts })}>`,
    `  <testsuite${attributes({ name: summary(), ...counts })}>`,
    ...cases.flatMap(caseLines),
    "  </testsuite>",
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function caseLines({ name, file, failures, error, remarks }: TestCase): string[] {
  const place = file === undefined ? {} : { file };
  const inside = [
    ...(error === undefined ? [] : [`      <error${attributes({ message: error })}/>`]),
    ...failures.map((message) => `      <failure${attributes({ message })}/>`),
    ...(remarks.length === 0 ? [] : [`      <system-out>${text(remarks.join("\n"))}</system-out>`]),
  ];
  const opened = `    <testcase${attributes({ name, classname: "pick-model check", ...place })}`;
  return inside.length === 0 ? [`${opened}/>`] : [`${opened}>`, ...inside, "    </testcase>"];
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${text(String(value)).replaceAll('"', "&quot;")}"`)
    .join("");
}

/** XML has no way to write a control character: it is shown instead. */
function text(words: string): string {
  return withoutCommands(visible(words))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
