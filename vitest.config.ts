import { defineConfig } from "vitest/config";
import { chromiumPath } from "./test/support/chromium.ts";

/** Tests of the built program start processes and need dist/; all others run in this process, on the sources. */
const SPAWNED = "test/spawn/**/*.test.ts";
/** Tests of command lines, which run once on the sources and once on the built program. */
const COMMAND_LINE = "test/cli/**/*.test.ts";
/** Tests of the interactive page start a browser. */
const IN_BROWSER = "test/report/browser/**/*.test.ts";

/** Where everything must run a missing browser fails its tests; elsewhere they are left out, and that is said. */
const isWithBrowser = process.env["CI"] !== undefined || chromiumPath() !== null;
if (!isWithBrowser) {
  process.stderr.write("The tests of the page are skipped: there is no 'chromium' on the path.\n");
}

export default defineConfig({
  test: {
    environment: "node",
    // Only what hangs meets it: a slow or busy machine is no failure, and no test has a time-out of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    setupFiles: ["test/support/seeded-properties.ts"],
    coverage: { include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
    projects: [
      {
        extends: true,
        test: {
          name: "in-process",
          include: ["test/**/*.test.ts"],
          exclude: [SPAWNED, IN_BROWSER],
        },
      },
      {
        extends: true,
        test: {
          name: "spawned",
          include: [SPAWNED],
          globalSetup: ["test/support/build-when-stale.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: [COMMAND_LINE],
          globalSetup: ["test/support/build-when-stale.ts"],
          env: { PICK_MODEL_TESTED: "built" },
        },
      },
      ...(isWithBrowser
        ? [
            {
              extends: true as const,
              test: { name: "browser", include: [IN_BROWSER] },
            },
          ]
        : []),
    ],
  },
});
