/** A command whose answer is presented: it decides, and never learns in which form it is printed. */
import type { FormatId } from "../format/index.ts";
import type { Presentation } from "../format/presentation.ts";
import type { OptionSpecs } from "../question/option.ts";
import { type CommandSpec, defineCommand, type Invocation } from "./command.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { type OUTPUT_OPTIONS, outputOptions } from "./options/common.ts";

export interface Presented {
  presentation: Presentation;
  /** Answered, unless told. */
  exitCode?: ExitCode;
  /** Longer than any screen: shown page by page where somebody sits at a terminal. */
  isLong?: boolean;
}

interface PresentedSpec<Specs extends OptionSpecs> extends Omit<CommandSpec<Specs>, "run"> {
  present: (invocation: Invocation<Specs & typeof OUTPUT_OPTIONS>) => Promise<Presented>;
  /** Forms of this answer that not every answer has. */
  formats?: readonly FormatId[];
}

/** The command, with the output options added to its own. */
export function presentedCommand<const Specs extends OptionSpecs>({
  present,
  formats = [],
  ...spec
}: PresentedSpec<Specs>): CommandSpec<Specs & typeof OUTPUT_OPTIONS> {
  return defineCommand({
    ...spec,
    options: { ...spec.options, ...outputOptions(...formats) },
    async run(invocation) {
      const { deliver, readOutput } = await import("./output.ts");
      const { io } = invocation;
      const output = readOutput(invocation.options, io);
      const { presentation, exitCode = EXIT.answered, isLong } = await present(invocation);
      const shown = exitCode === EXIT.no ? withoutIds(presentation) : presentation;
      const isSaid = output.file !== null && exitCode <= EXIT.no;
      const about = isSaid ? presentation.summary() : undefined;
      await deliver(shown, output, io, { isLong, about });
      // What keeps a command from answering is heard even where its answer goes unseen.
      if (exitCode > EXIT.no && (output.file !== null || output.format === "quiet")) {
        const { reportProblem } = await import("./messages.ts");
        reportProblem(presentation.summary(), io);
      }
      if (output.format !== "github") return exitCode;
      const { appendStepSummary } = await import("./step-summary.ts");
      try {
        await appendStepSummary(shown, output, io);
      } catch (error) {
        // A check that failed has failed, whatever became of its summary.
        if (exitCode === EXIT.answered) throw error;
        const { reportError } = await import("./messages.ts");
        reportError(error, io);
      }
      return exitCode;
    },
  });
}

/** A script that takes the id must get none when the answer is no. */
function withoutIds(presentation: Presentation): Presentation {
  return { ...presentation, quiet: () => [] };
}
