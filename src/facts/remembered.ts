/** Values worked out once. */

/** The same function, asked once for each key: an object that does not change, and with which the value goes. */
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

/** The same value at every call, worked out at the first. */
export function once<Value>(workOut: () => Value): () => Value {
  let known: { value: Value } | undefined;
  return () => (known ??= { value: workOut() }).value;
}
