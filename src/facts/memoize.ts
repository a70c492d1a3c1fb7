/** Memoization: values worked out once. */

/** The same function, asked once for each key: an object that does not change, and with which the value goes. */
export function memoizeByObject<Key extends object, Value>(
  workOut: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen.value;
    const value = workOut(key);
    known.set(key, { value });
    return value;
  };
}

/** The same value at every call, worked out at the first. */
export function lazy<Value>(workOut: () => Value): () => Value {
  let known: { value: Value } | undefined;
  return () => (known ??= { value: workOut() }).value;
}

/**
 * The same value for the same key, worked out once as long as no more than `most` others are asked for: another line of
 * a batch mostly asks with the same figures, and memory must not grow with them.
 */
export function memoizeFew<Value>(
  most: number,
): (key: string | number, workOut: () => Value) => Value {
  const known = new Map<string | number, Value>();
  return (key, workOut) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const value = workOut();
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
