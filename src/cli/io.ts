/** Io: the streams, environment, folder and day the program may touch, handed in so that a test can hand in its own. */
import type { Readable, Writable } from "node:stream";
import type { IsoDate } from "../schema/scalars.ts";

export interface OutputStream {
  write(text: string): void;
  /** Resolves once the reader has caught up, to false when there is none any more. Absent: it always has. */
  drained?(): Promise<boolean>;
  isTTY: boolean;
  /** Characters a line; undefined when nobody is looking. */
  columns: number | undefined;
  /** Lines of the screen; absent when nobody is looking. */
  rows?: number | undefined;
}

/** What stands behind stdin; `none` when it is closed or cannot be read. */
export type InputKind = "terminal" | "pipe" | "file" | "none";

export interface InputStream {
  isTTY: boolean;
  kind: InputKind;
  /** What is piped in, as it arrives; a reader that has enough may stop. */
  chunks(): AsyncIterable<Uint8Array>;
  /**
   * Resolves to whether anything arrives, an end included, within a while; absent: it does. A pipe that stays open and
   * silent is let go of: nothing waits for it any more.
   */
  speaks?(): Promise<boolean>;
  /** Which file a file is, to tell that no answer is written over it. */
  identity?: FileIdentity;
}

export interface FileIdentity {
  dev: number;
  ino: number;
}

/** Where keys are read, and questions are drawn: never stdout, which is for the answer. */
export interface Dialogue {
  input: Readable;
  output: Writable;
}

export interface Io {
  stdout: OutputStream;
  stderr: OutputStream;
  stdin: InputStream;
  /** The terminal somebody can be asked questions in; absent where there is none. */
  dialogue?: () => Dialogue;
  /** Shows a long text page by page, and resolves to whether it did; absent where nobody sits at a terminal. */
  page?: (text: string) => Promise<boolean>;
  env: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  cwd: string;
  /** Today in UTC; `--as-of` overrides it. */
  today: IsoDate;
}
