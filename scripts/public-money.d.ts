/** What the library's types say of exact amounts: enough to read one, without the types of the library behind it. */

/** An exact decimal amount; `toNumber` gives the double nearest to it. */
export interface Big {
  toNumber(): number;
  toFixed(decimals?: number): string;
  toString(): string;
}
