// Runs ESLint from the repository's root, since the schema lies beside portal-web and ESLint refuses files above it.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const web = resolve(import.meta.dirname, "..");
const eslint = resolve(web, "node_modules/eslint/bin/eslint.js");
const { status } = spawnSync(
  process.execPath,
  [eslint, "--config", "portal-web/eslint.config.js", ...process.argv.slice(2), "portal-web", "schema"],
  { cwd: resolve(web, ".."), stdio: "inherit" },
);
process.exit(status ?? 1);
