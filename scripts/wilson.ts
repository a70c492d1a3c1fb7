/** The interval of a share counted in few cases: E. B. Wilson, Journal of the American Statistical Association 22, 1927. */

/** Standard deviations on either side of 95 %. */
const CENTRAL_95_DEVIATIONS = 1.959964;

/** The 95 % interval of the share behind so many of so many; everything where there is no case. */
export function wilsonInterval(counted: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z2 = CENTRAL_95_DEVIATIONS ** 2;
  const share = counted / of;
  const middle = share + z2 / (2 * of);
  const reach = CENTRAL_95_DEVIATIONS * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2));
  const [low, high] = [middle - reach, middle + reach].map((end) => end / (1 + z2 / of));
  // All or none leaves the end where it stands, whatever the last bit says.
  return [counted === 0 ? 0 : (low ?? 0), counted === of ? 1 : (high ?? 1)];
}
