/**
 * Every figure of docs/benchmarks.md; judges nothing. Rows take turns, so that a busy machine slows them alike, and
 * processor time is what is compared. `--short` takes two minutes on a quiet machine.
 */
import { cpus } from "node:os";
import { largeInputs } from "./large-inputs.ts";
import { loading } from "./loading.ts";
import { starts } from "./startup.ts";
import { answers, batches, growth } from "./throughput.ts";

const isShort = process.argv.includes("--short");
const [processor] = cpus();
const machine = `${cpus().length} x ${processor?.model ?? "unknown processor"}`;
console.log(`Node ${process.version}, ${machine}; NODE_EXTRA_CA_CERTS is unset`);
console.log(starts(isShort ? 5 : 21));
console.log(await answers());
console.log(await batches(isShort ? 300 : 20_000));
console.log(await loading(isShort ? [200] : [100, 1000, 5000, 10_000, 50_000]));
console.log(await growth(isShort ? [100] : [100, 1000, 5000, 10_000]));
console.log(await largeInputs(isShort ? 50 : 1));
