/** Whether somebody sits behind a descriptor. */
import { fstatSync, statSync } from "node:fs";

/** Node's own answer, but asked of likely terminals only: the question alone loads half of its network code. */
export function isTerminal(descriptor: number): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice() || device.rdev === nullDevice()) return false;
  } catch {
    return false; // closed by whoever started the program
  }
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function nullDevice(): number | undefined {
  return statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}
