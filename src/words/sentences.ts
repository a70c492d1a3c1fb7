/** Sentences: capitals, full stops, short names, lengths, what is said once of several; and words quoted for a shell. */

/** Characters of an answer told in one sentence: what a chat or a commit takes as a line. */
const LONGEST_SUMMARY = 200;

export function isShort(text: string): boolean {
  return text.length <= LONGEST_SUMMARY;
}

/** At most so long, with an ellipsis where it was cut. */
export function shortened(text: string): string {
  return isShort(text) ? text : `${text.slice(0, LONGEST_SUMMARY - 1)}…`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words are lowered, names like RAG and OCR are not. */
export function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** With a capital and a full stop, where it has none yet. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capitalised(text) : `${capitalised(text)}.`;
}

/** What reads alike together, in the order of the first of each: what is true of several is said once. */
export function alike<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const text = textOf(item);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** `4o` for GPT-4o: labels and headers of columns are narrow. */
export function shortName(name: string): string {
  return name.replace(/^GPT-/, "");
}

// Words for a shell to read: quoted where they have to be.

export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : shellQuoted(word);
}

export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
