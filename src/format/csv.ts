/** The grid as RFC 4180 records: quoted where needed, lines ended by CR LF. */
import { stringify } from "csv-stringify/sync";
import { CSV_DELIMITERS, type Presentation, type Style } from "./presentation.ts";
import { visible } from "./document.ts";

/** Spreadsheets run a text that begins like this as a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

const LINE_BREAK = /[\r\n]/;

export function render({ grid }: Presentation, { csvDelimiter = "comma" }: Style): string {
  const { columns, rows } = grid();
  return stringify([columns, ...rows], {
    delimiter: CSV_DELIMITERS[csvDelimiter],
    record_delimiter: "windows",
    quoted_match: LINE_BREAK, // the library quotes only for its own delimiter
    cast: { string: inert, boolean: String, number: String },
  });
}

/** Numbers stay numbers: only a text can hide a formula. */
function inert(text: string): string {
  const shown = visible(text);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}
