/**
 * Whole-day events for a calendar: iCalendar, RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545). Written here because
 * the libraries for it stamp events with the clock, and the same answer must give the same bytes.
 */
import type { CalendarEvent, Presentation } from "./presentation.ts";
import { visible } from "./document.ts";

/** Bytes of a line without its break; what is longer goes on in the next one after a space (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

export function render({ calendar }: Presentation): string | null {
  if (calendar === undefined) return null;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//pick-model//pick-model//EN",
    "CALSCALE:GREGORIAN",
    ...calendar().flatMap(event),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Stamped with its own day: there is no clock here, and a stamp has to be there. */
function event({ id, date, title, description }: CalendarEvent): string[] {
  const day = date.replaceAll("-", "");
  return [
    "BEGIN:VEVENT",
    `UID:${text(id)}@pick-model`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${text(title)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${text(description)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function text(value: string): string {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => visible(line).replaceAll(/[\\;,]/g, String.raw`\$&`))
    .join(String.raw`\n`);
}

/** Cut between characters, never inside one: the limit is in bytes. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}
