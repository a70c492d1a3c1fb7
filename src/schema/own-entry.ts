/** Entries of records whose keys are ids that people choose: `constructor` is an id too. */

/** The entry of this key; undefined where the record holds none of its own. */
export function ownEntry<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
