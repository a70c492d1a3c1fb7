/** Counts: tokens, searches, epochs, requests of a job. */
import { readNumber } from "./number.ts";

/** Tokens per request, or of a training file; zero allowed, fractions too, for averages. */
export function readTokens(text: string, flag: string): number {
  return readNumber(text, flag, { what: "a number of tokens", example: "800 or 10k" });
}

/** A least number of tokens; zero would ask for nothing. */
export function readTokenLimit(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of tokens",
    example: "64k",
    positive: true,
    whole: true,
  });
}

/** How often a request calls a tool; an average may be a fraction. */
export function readCalls(text: string, flag: string): number {
  return readNumber(text, flag, { what: "a number of calls per request", example: "1" });
}

/** Passes over the training file. */
export function readEpochs(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of epochs",
    example: "3",
    positive: true,
    whole: true,
  });
}

/** Requests of a whole job, not of a month. */
export function readTotalRequests(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of requests",
    example: "143k",
    positive: true,
    whole: true,
  });
}
