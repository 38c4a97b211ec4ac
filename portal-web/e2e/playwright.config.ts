import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** A server that runs already, or else the packaged one is started on free ports, once for each worker. */
const running = process.env.QUITTANCE_URL;
// The stories at one server share its clock, so each worker has a server of its own.
const workers = running ? 1 : Number(process.env.QUITTANCE_E2E_WORKERS ?? "2");
// Workers read this file, too, and must find the same ports.
const firstPort = Number(
  (process.env.QUITTANCE_E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000))),
);
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? "0");
const port = (of: number): string => String(firstPort + of);
const database = (of: number): string => join(tmpdir(), `quittance-e2e-database-${port(of)}`);
if (!running) process.env.QUITTANCE_E2E_DATA = database(worker);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  workers,
  // Twice as much as the longest takes on two busy cores.
  timeout: 180_000,
  // A story that can only be told the second time is reported as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: running ?? `http://localhost:${port(worker)}`,
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    ...(!existsSync(chromium) && { channel: "chrome" }),
    launchOptions: {
      ...(existsSync(chromium) && { executablePath: chromium }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        // Nor one that a processor plays: the pages are drawn without, in a third of the time.
        "--disable-software-rasterizer",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  ...(!running && {
    webServer: Array.from({ length: workers }, (_, of) => ({
      command: "node start-server.mjs",
      cwd: import.meta.dirname,
      url: `http://localhost:${port(of)}/portal/sign-in`,
      env: { SERVER_PORT: port(of), QUITTANCE_E2E_DATA: database(of) },
      timeout: 240_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
      stdout: "pipe",
    })),
  }),
});
