/** Tables of figures, the first column in words. */
import Table from "cli-table3";

export function newTable(head: string[]): InstanceType<typeof Table> {
  const colAligns = head.map((_name, at) => (at === 0 ? ("left" as const) : ("right" as const)));
  return new Table({ head, style: { head: [], border: [] }, colAligns });
}
