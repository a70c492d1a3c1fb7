/** What an output format is. */
import type { Presentation } from "./presentation.ts";

export interface Style {
  /** Width of the terminal, or what is assumed where there is none. */
  columns: number;
  colour: boolean;
  /** Whether a text can be a link; absent: it cannot. */
  links?: boolean;
}

/** The whole text, ending with one newline; null when an answer has no such form. */
export type Render = (
  presentation: Presentation,
  style: Style,
) => string | null | Promise<string | null>;

export interface Format {
  /** For the help text. */
  about: string;
  /** Read on demand: a start pays for the format it prints, not for the others. */
  load: () => Promise<{ render: Render }>;
}
