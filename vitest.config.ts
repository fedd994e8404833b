import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** What the files of a run share lies in a folder that it begins and ends with. */
const globalSetup = "test/support/run-folder.ts";

/** Milliseconds; no test says anything about speed, so the wait is long enough for any machine. */
const testTimeout = 120_000;

/**
 * Files of one worker follow each other in its process, which is begun once, with the packages that it has loaded: a file's
 * own modules, stubs and document are its own all the same.
 */
const shared = { isolate: false, setupFiles: ["test/support/fresh-file.ts"] };

/**
 * PocketBase's boot takes a third less of the processor where it may leave more lying about before it tidies up; it does so
 * at the latest where the product has it do so (`collecting` of scripts/front/engines.mjs).
 */
const env = { GOGC: "1000" };

/** What is polled for is waited for as long as everything else. */
const expectation = { poll: { timeout: 30_000 } };

/** Components are mounted without SvelteKit's router. */
const appNavigation = fileURLToPath(new URL("test/support/app-navigation.ts", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          environment: "node",
          testTimeout,
          expect: expectation,
          ...shared,
        },
      },
      {
        test: {
          name: "architecture",
          include: ["test/architecture.test.ts"],
          environment: "node",
          testTimeout,
        },
      },
      {
        // Components are mounted as a browser would, not rendered as a server would.
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ["browser"], alias: { "$app/navigation": appNavigation } },
        test: {
          name: "dom",
          include: ["test/dom/**/*.test.ts"],
          environment: "happy-dom",
          testTimeout,
          ...shared,
        },
      },
      {
        test: {
          name: "rules",
          expect: expectation,
          include: ["test/rules/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup,
          env,
          ...shared,
        },
      },
      {
        test: {
          name: "server",
          expect: expectation,
          include: ["test/server/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup,
          env,
          ...shared,
        },
      },
      {
        test: {
          name: "faults",
          expect: expectation,
          include: ["test/faults/**/*.test.ts"],
          environment: "node",
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup,
          env,
          ...shared,
        },
      },
      {
        test: {
          name: "e2e",
          expect: expectation,
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 3,
          globalSetup,
          env,
          ...shared,
        },
      },
    ],
  },
});
