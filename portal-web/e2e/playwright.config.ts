import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** A server that runs already, or else the packaged one is started on a free port. */
const running = process.env.QUITTANCE_URL;
// Workers read this file, too, and must find the same port.
const port = (process.env.QUITTANCE_E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000)));
const database = running
  ? undefined
  : (process.env.QUITTANCE_E2E_DATA ??= join(tmpdir(), `quittance-e2e-database-${port}`));
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // The stories share one server with one clock.
  workers: 1,
  // Twice as much as the longest takes on two busy cores.
  timeout: 180_000,
  // A story that can only be told the second time is reported as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: running ?? `http://localhost:${port}`,
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
  ...(database !== undefined && {
    webServer: {
      command: "node start-server.mjs",
      cwd: import.meta.dirname,
      url: `http://localhost:${port}/portal/sign-in`,
      env: { SERVER_PORT: port, QUITTANCE_E2E_DATA: database },
      timeout: 180_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
      stdout: "pipe",
    },
  }),
});
