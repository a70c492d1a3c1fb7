/** Values worked out once for an object that does not change, and kept as long as the object is. */

/** The same function, asked once for each key. */
export function remembered<Key extends object, Value>(
  workOut: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const seen = known.get(key) ?? { value: workOut(key) };
    known.set(key, seen);
    return seen.value;
  };
}
