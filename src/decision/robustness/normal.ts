/** The standard normal distribution: its quantiles and its cumulative probabilities. */

/** Standard deviations from the centre to either end of the central 90 %: the quantile of 95 %. */
export const CENTRAL_90_DEVIATIONS = 1.6448536269514722;

/** Beyond this many standard deviations the tail is smaller than the spacing of doubles near 1. */
const NEGLIGIBLE_TAIL = 8.5;

/**
 * Chance that a standard normal variable is at most `z`; the absolute error is below 1e-14.
 * Source: the Taylor series about 0 in G. Marsaglia, "Evaluating the Normal Distribution",
 * Journal of Statistical Software 11(4), 2004.
 */
export function normalCdf(z: number): number {
  if (z > NEGLIGIBLE_TAIL) return 1;
  if (z < -NEGLIGIBLE_TAIL) return 0;
  let term = z;
  let sum = z;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Of rising powers. */
type Coefficients = readonly [number, number, number, number, number, number, number, number];

interface Region {
  numerator: Coefficients;
  denominator: Coefficients;
}

/** One pair of polynomials for each region of the probability. */
const CENTRE: Region = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
};
const TAIL: Region = {
  numerator: [
    1.4234371107496837, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const FAR_TAIL: Region = {
  numerator: [
    6.657904643501104, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/** Written out: a million of these are asked for before the compiler has warmed up. */
function polynomial(c: Coefficients, x: number): number {
  const high = ((c[7] * x + c[6]) * x + c[5]) * x + c[4];
  return (((high * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

function ratio(region: Region, x: number): number {
  return polynomial(region.numerator, x) / polynomial(region.denominator, x);
}

/**
 * The value a standard normal variable stays below with the given probability (0 to 1; the ends
 * give minus and plus infinity), to about 16 digits.
 * Source: M. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988.
 */
export function normalQuantile(probability: number): number {
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * ratio(CENTRE, 0.180625 - fromCentre * fromCentre);
  }
  const tail = fromCentre < 0 ? probability : 1 - probability;
  if (tail <= 0) return fromCentre < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-Math.log(tail));
  const distance = depth <= 5 ? ratio(TAIL, depth - 1.6) : ratio(FAR_TAIL, depth - 5);
  return fromCentre < 0 ? -distance : distance;
}
