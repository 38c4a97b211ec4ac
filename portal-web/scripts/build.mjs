// Builds portal, console and GraphiQL into dist/, and does nothing when nothing changed. Plain JavaScript, so that an old Node
// can still read it and say what is missing.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFirstLoad } from "./first-load.mjs";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const schema = resolve(web, "../schema");
const pages = ["portal", "console", "graphiql"];
const lockStamp = join(web, "node_modules", ".quittance-lock");
const buildStamp = join(web, "dist", ".quittance-build");

checkNode();
const lock = digest([join(web, "package-lock.json")]);
const sources = digest([...filesOf(web), ...filesOf(schema)]);

if (read(buildStamp) === sources && pages.every((page) => existsSync(join(web, "dist", page)))) {
  console.log("Web bundles are up to date.");
} else {
  await build();
}

async function build() {
  const start = Date.now();
  if (read(lockStamp) !== lock) {
    console.log("Installing the web packages (npm ci) …");
    await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    writeFileSync(lockStamp, lock);
  }
  console.log("Building portal, console and GraphiQL …");
  await tool("graphql-codegen", "--silent", "--config", "codegen.ts");
  await Promise.all([
    tool("tsc", "-p", "tsconfig.json"),
    ...pages.map((page) => tool("vite", "build", page, "--logLevel", "warn")),
  ]);
  checkFirstLoad();
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, sources);
  console.log(`Web bundles built in ${Math.round((Date.now() - start) / 1000)} s.`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `The web bundles need Node 20.19 or newer; this is Node ${process.versions.node}. ` +
      "Install it from https://nodejs.org and start again.",
  );
}

/** Every file that decides what the bundles are: not the installed, built or generated ones, and no tests. */
function filesOf(folder) {
  const skipped = ["node_modules", "dist", "gql", "e2e", "test-results", "playwright-report"];
  return readdirSync(folder)
    .sort()
    .filter((name) => !skipped.includes(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesOf(path) : [path]));
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash.update(path.slice(web.length)).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function tool(name, ...args) {
  return run(join(web, "node_modules", ".bin", name), args);
}

function run(command, args) {
  return new Promise((done) => {
    const shell = process.platform === "win32";
    const child = spawn(command, args, { cwd: web, stdio: "inherit", shell });
    child.on("error", () => fail(`${command} can't be started. It comes with Node: is npm on the PATH?`));
    child.on("exit", (code) =>
      code === 0 ? done() : fail(`${command} ${args.join(" ")} failed; see above.`),
    );
  });
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
