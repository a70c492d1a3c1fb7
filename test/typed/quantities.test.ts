import { expect, test } from "vitest";
import { readBudget, readLatency } from "../../src/question/options/preferences.ts";
import { readDate, readSeconds } from "../../src/typed/duration.ts";
import { readUsd, readUsdPerMonth } from "../../src/typed/money.ts";
import { readEpochs, readTokenLimit, readTokens } from "../../src/typed/number.ts";
import { readPeakRequestsPerMinute, readRequestsPerMonth } from "../../src/typed/rate.ts";
import { failureOf } from "../question/fixture.ts";

type Reader = (text: string, flag: string) => unknown;

function reads(name: string, read: Reader, values: [string, unknown][]): void {
  test.each(values)(`${name}: %s`, (text, value) => expect(read(text, "--x")).toEqual(value));
}

function refuses(name: string, read: Reader, failures: [string, string][]): void {
  test.each(failures)(`${name} refuse %s`, async (text, line) => {
    expect(await failureOf(() => read(text, "--x"))).toBe(`--x: ${line}`);
  });
}

reads("tokens", readTokens, [
  ["800", 800],
  [" 800 ", 800],
  ["0", 0],
  ["10k", 10_000],
  ["10K", 10_000],
  ["2M", 2_000_000],
  ["1.1M", 1_100_000],
  ["1B", 1e9],
  ["1e6", 1e6],
  ["2.5e3", 2500],
  ["1e-2k", 10],
  [".5k", 500],
  ["12.5", 12.5],
  ["1.50", 1.5],
  ["1.8060", 1.806],
  ["0.125", 0.125],
  ["1000.125", 1000.125],
  ["1e12", 1e12],
]);
const tokens = "expected a number of tokens, such as 800 or 10k";
refuses("tokens", readTokens, [
  ["", `no value (${tokens})`],
  ["  ", `no value (${tokens})`],
  ["-5", `'-5' is negative (${tokens})`],
  ["−5", `'−5' is negative (${tokens})`],
  ["NaN", `'NaN' is not a finite number (${tokens})`],
  ["Infinity", `'Infinity' is not a finite number (${tokens})`],
  ["-inf", `'-inf' is not a finite number (${tokens})`],
  ["1e400", "'1e400' is too large (at most 1000000000000)"],
  ["2000B", "'2000B' is too large (at most 1000000000000)"],
  ["1,000", "'1,000' could mean 1000 or 1 (write 1000 or 1)"],
  ["1,500", "'1,500' could mean 1500 or 1.5 (write 1500 or 1.5)"],
  ["10.000", "'10.000' could mean 10000 or 10 (write 10000 or 10)"],
  ["1.500", "'1.500' could mean 1500 or 1.5 (write 1500 or 1.5)"],
  ["1.806", "'1.806' could mean 1806 or 1.8060 (write 1806 or 1.8060)"],
  ["1.500.000", "'1.500.000' has a thousands separator (write 1500000)"],
  ["1,500,000", "'1,500,000' has a thousands separator (write 1500000)"],
  ["9".repeat(201), `'${"9".repeat(60)}…' is too long for a value (at most 200 characters)`],
  ["1_000_000", "'1_000_000' has a thousands separator (write 1000000)"],
  ["10 000", "'10 000' has a thousands separator (write 10000)"],
  ["1,5", "'1,5' has a decimal comma (write 1.5)"],
  ["1,50k", "'1,50k' has a decimal comma (write 1.50k)"],
  ["2m", "'2m' has an unknown suffix 'm' (use k for thousand, M for million, B for billion)"],
  [
    "5constructor",
    "'5constructor' has an unknown suffix 'constructor' (use k for thousand, M for million, B for billion)",
  ],
  ["0x10", `'0x10' is not a number of tokens (${tokens})`],
  ["many", `'many' is not a number of tokens (${tokens})`],
  ["+5", `'+5' is not a number of tokens (${tokens})`],
  ["1\u001b[31m", `'1\\u{1b}[31m' is not a number of tokens (${tokens})`],
  ["x".repeat(99), `'${"x".repeat(60)}…' is not a number of tokens (${tokens})`],
]);

reads("token limits", readTokenLimit, [["200k", 200_000]]);
refuses("token limits", readTokenLimit, [
  ["0", "'0' is zero (it must be above zero)"],
  ["64000.5", "'64000.5' is not a whole number (such as 64k)"],
]);
reads("epochs", readEpochs, [["3", 3]]);
refuses("epochs", readEpochs, [["1.5", "'1.5' is not a whole number (such as 3)"]]);

const rate: Reader = (text, flag) => readRequestsPerMonth(text, flag, 30);
reads("rates", rate, [
  ["100000", 100_000],
  ["200/day", 6000],
  ["200 / days", 6000],
  ["200 per day", 6000],
  ["200 a day", 6000],
  ["1 an hour", 720],
  ["5/min", 216_000],
  ["3/hour", 2160],
  ["10/s", 25_920_000],
  ["7/week", 30],
  ["1M/month", 1_000_000],
  ["1200/yr", 100],
  ["0.5k/d", 15_000],
  ["21.5/month", 21.5],
]);
refuses("rates", rate, [
  ["1.5", "'1.5' is not a whole number (such as 100k, 200/day or 5/min)"],
  ["10.000/day", "'10.000' could mean 10000 or 10 (write 10000 or 10)"],
  ["200/dya", "'200/dya' has an unknown unit of time (did you mean 'day'?)"],
  [
    "200/",
    "'200/' has an unknown unit of time (one of second, minute, hour, day, week, month and 1 more)",
  ],
  [
    "200/constructor",
    "'200/constructor' has an unknown unit of time (one of second, minute, hour, day, week, month and 1 more)",
  ],
  ["/day", "no value (expected a number of requests, such as 100k, 200/day or 5/min)"],
  ["-5/day", "'-5' is negative (expected a number of requests, such as 100k, 200/day or 5/min)"],
]);
reads("peak rates", readPeakRequestsPerMinute, [
  ["200", 200],
  ["200/min", 200],
  ["5/s", 300],
]);
refuses("peak rates", readPeakRequestsPerMinute, [
  ["5/day", "'5/day' is no peak rate (a peak is counted per minute: write 200 or 5/s)"],
]);

reads("dollars", readUsd, [
  ["500", 500],
  ["$500", 500],
  ["$0.01", 0.01],
  ["1k", 1000],
  ["$1.5k", 1500],
  ["US$5", 5],
  ["500 USD", 500],
  ["usd 500", 500],
  ["500$", 500],
]);
const dollars = "expected an amount in US dollars, such as 500 or $0.01";
refuses("dollars", readUsd, [
  ["0", "'0' is zero (it must be above zero)"],
  ["-$5", `'-5' is negative (${dollars})`],
  ["$-5", `'-5' is negative (${dollars})`],
  ["$", `no value (${dollars})`],
  ["€500", "'€500' is in euros (EUR), not in US dollars (convert it, such as 500)"],
  ["500 EUR", "'500 EUR' is in euros (EUR), not in US dollars (convert it, such as 500)"],
  ["£5", "'£5' is in pounds (GBP), not in US dollars (convert it, such as 500)"],
  ["R$ 5", "'R$ 5' is in reais (BRL), not in US dollars (convert it, such as 500)"],
  ["5 CAD", "'5 CAD' is in Canadian dollars (CAD), not in US dollars (convert it, such as 500)"],
  ["$1,000", "'1,000' could mean 1000 or 1 (write 1000 or 1)"],
]);

reads("dollars a month", readUsdPerMonth, [
  ["20", 20],
  ["$20/month", 20],
  ["20 / mo", 20],
  ["20 per month", 20],
  ["20 a month", 20],
]);
refuses("dollars a month", readUsdPerMonth, [
  ["5/day", "'5/day' is not a month's amount (write 150)"],
  ["240/year", "'240/year' is not a month's amount (write 20)"],
  ["5/min", "'5/min' is not a month's amount (write what a month may cost)"],
  ["€20/month", "'€20' is in euros (EUR), not in US dollars (convert it, such as 500)"],
]);

reads("durations of parts", readSeconds, [
  ["1m30s", 90],
  ["1h 5min", 3900],
  ["1 h, 1 m, 1 s", 3661],
  ["2s 500ms", 2.5],
]);
refuses("durations of parts", readSeconds, [
  ["30s1m", "'30s1m' is not one duration (give the larger unit first, each once, such as 1m30s)"],
  ["1m1m", "'1m1m' is not one duration (give the larger unit first, each once, such as 1m30s)"],
  ["0m0s", "'0m0s' is zero (it must be above zero)"],
  ["1m30", "'1m30' is not a duration (expected a duration, such as 800ms or 2s)"],
]);

reads("durations", readSeconds, [
  ["800ms", 0.8],
  ["9ms", 0.009],
  ["2s", 2],
  ["2 seconds", 2],
  ["1.5m", 90],
  ["90min", 5400],
  ["24h", 86_400],
  ["1d", 86_400],
  ["1e-7s", 1e-7],
]);
refuses("durations", readSeconds, [
  ["2", "'2' has no unit (write 2s or 2000ms)"],
  ["800", "'800' has no unit (write 800ms or 800s)"],
  ["2x", "'2x' has an unknown unit (use ms, s, m, h or d)"],
  ["0s", "'0' is zero (it must be above zero)"],
  ["-2s", "'-2' is negative (expected a duration, such as 800ms or 2s)"],
  ["1,5s", "'1,5' has a decimal comma (write 1.5)"],
  ["soon", "'soon' is not a duration (expected a duration, such as 800ms or 2s)"],
  ["", "no value (expected a duration, such as 800ms or 2s)"],
  ["NaN", "'NaN' is not a finite number (expected a duration, such as 800ms or 2s)"],
]);

reads("dates", readDate, [["2027-01-31", "2027-01-31"]]);
refuses("dates", readDate, [
  ["", "no value (expected a date, such as 2027-01-31)"],
  [
    "2027-02-30",
    "'2027-02-30' is no day of the calendar (write one the calendar has, such as 2027-01-31)",
  ],
  ["2027/1/3", "'2027/1/3' is not a date (write 2027-01-03)"],
  ["next year", "'next year' is not a date (write it as YYYY-MM-DD)"],
]);

reads("budgets", readBudget, [
  ["low", "low"],
  ["LOW", "low"],
  ["unlimited", "unlimited"],
  ["500", 500],
  ["$500", 500],
  ["1k", 1000],
]);
refuses("budgets", readBudget, [
  ["lwo", "'lwo' is not a budget (did you mean 'low'? Otherwise US dollars a month, such as 500)"],
  [
    "lots",
    "'lots' is not a budget (one of low, medium, high, unlimited, or US dollars a month, such as 500)",
  ],
  ["0", "'0' is zero (it must be above zero)"],
  ["-1", `'-1' is negative (${dollars})`],
  ["NaN", `'NaN' is not a finite number (${dollars})`],
  ["Infinity", `'Infinity' is not a finite number (${dollars})`],
  ["", "no value (one of low, medium, high, unlimited, or US dollars a month, such as 500)"],
]);

reads("latencies", readLatency, [
  ["realtime", "realtime"],
  ["800ms", { maxSeconds: 0.8, measure: "full-answer" }],
  ["2s", { maxSeconds: 2, measure: "full-answer" }],
]);
refuses("latencies", readLatency, [
  ["2", "'2' has no unit (write 2s or 2000ms)"],
  [
    "realtme",
    "'realtme' is not a wait (did you mean 'realtime'? Otherwise a duration, such as 2s)",
  ],
]);
