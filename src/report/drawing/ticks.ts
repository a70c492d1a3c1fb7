/** Labels of axes: short, because the figures stand in the text. */

const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** `1K`, `2.5M`. */
export function countTick(value: number): string {
  return compact.format(value);
}

/** `$1K`, `$0.1`. */
export function moneyTick(usd: number): string {
  return usd < 1 ? `$${Number(usd.toPrecision(2))}` : `$${compact.format(usd)}`;
}

/** Firsts of a month between two days, at most so many: every month, every quarter, every half year, every year, … */
export function monthTicks(from: Date, to: Date, most: number): Date[] {
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth() + 1;
  const last = to.getUTCFullYear() * 12 + to.getUTCMonth();
  let step = STEPS.find((each) => (last - first) / each < most) ?? 12;
  while ((last - first) / step >= most) step *= 2;
  const start = Math.ceil(first / step) * step;
  const count = Math.max(0, Math.floor((last - start) / step) + 1);
  return Array.from({ length: count }, (_, place) => {
    const month = start + place * step;
    return new Date(Date.UTC(Math.floor(month / 12), month % 12));
  });
}

const STEPS = [1, 3, 6, 12];

export function monthTick(date: Date): string {
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : months.format(date);
}

/** Midnight UTC of a calendar day. */
export function dayOf(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`);
}

/** 1, 2 and 5 of every power of ten on a logarithmic axis; only the ones where those would crowd. */
export function ratioTicks([low, high]: readonly [number, number], most: number): number[] {
  const powers = decades([low / 10, high]);
  const all = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const shown = all.filter((tick) => tick >= low && tick <= high);
  return shown.length <= most ? shown : decades([low, high]);
}

/** Powers of ten that a logarithmic axis is marked at. */
export function decades([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}
