/** The work queue of the page: done piece by piece between a reader's moves, a new list replacing the old one. */

export interface Work {
  start(pieces: readonly (() => void)[], done: () => void): void;
  stop(): void;
}

export function createWork(): Work {
  let waiting: number | undefined;
  const stop = () => clearTimeout(waiting);
  const next = (pieces: readonly (() => void)[], done: () => void) => {
    waiting = setTimeout(() => {
      const [piece, ...rest] = pieces;
      if (piece === undefined) {
        done();
        return;
      }
      piece();
      next(rest, done);
    });
  };
  return {
    stop,
    start(pieces, done) {
      stop();
      next(pieces, done);
    },
  };
}
