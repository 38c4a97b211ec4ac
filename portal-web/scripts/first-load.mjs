// What a browser must load of script before the portal's first page stands, gzipped. Fails when it is too much.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const MOST = 150_000;
const FIRST_PAGES = ["SignInPage", "HomePage"];
const portal = resolve(dirname(fileURLToPath(import.meta.url)), "../dist/portal");

if (import.meta.url === pathToFileURL(process.argv[1]).href) checkFirstLoad();

/** Prints the figure of each first page, and ends the build when one is over the limit. */
export function checkFirstLoad() {
  if (!existsSync(join(portal, "index.html"))) fail("There is no built portal. Run npm run build first.");
  for (const page of FIRST_PAGES) {
    const bytes = [...firstLoad(page)].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    const figure = `First load of the portal's ${page}: ${(bytes / 1000).toFixed(1)} kB of gzipped script`;
    console.log(`${figure}, at most ${MOST / 1000} kB.`);
    if (bytes > MOST)
      fail(`${figure}, over ${MOST / 1000} kB. Load what the page doesn't show at once later.`);
  }
}

/** The scripts named in index.html and the page's own, each with all that it imports at once. */
function firstLoad(page) {
  const assets = join(portal, "assets");
  const chunk = readdirSync(assets).find((name) => name.startsWith(`${page}-`) && name.endsWith(".js"));
  if (!chunk) fail(`The built portal has no ${page}.`);
  const html = readFileSync(join(portal, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/portal\/([^"]+\.js)"/g)].map(([, path]) =>
    join(portal, path),
  );
  const found = new Set();
  const add = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const imports = readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g);
    for (const [, path] of imports) add(resolve(dirname(file), path));
  };
  [...named, join(assets, chunk)].forEach(add);
  return found;
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
