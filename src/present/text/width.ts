/** How many terminal columns a text takes: wide characters and emoji count two, combining marks none. */
import stringWidth from "string-width";

/** The very measure cli-table3 pads its cells with: any other would draw crooked boxes. */
export const displayWidth: (text: string) => number = stringWidth;
