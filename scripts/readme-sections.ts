/** Parts of the README that a script writes: what stands between `<!-- name -->` and `<!-- /name -->`. */

/** @throws Error when the marks are not there */
export function withSection(readme: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has no place marked ${start} … ${end}`);
  return `${readme.slice(0, from + start.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
