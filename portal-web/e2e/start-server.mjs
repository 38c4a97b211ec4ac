// Starts the packaged server with a database of its own, which is thrown away afterwards.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const target = resolve(import.meta.dirname, "../../server/target");
const jar = process.env.QUITTANCE_JAR ?? packaged();
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
const data = mkdtempSync(join(tmpdir(), "quittance-e2e-"));
const { SERVER_PORT: port = "8080", QUITTANCE_E2E_DATA: database = join(data, "postgres") } = process.env;

const server = spawn(java, ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar], {
  cwd: data,
  stdio: "inherit",
  env: {
    ...process.env,
    SERVER_PORT: port,
    QUITTANCE_PUBLIC_URL: `http://localhost:${port}`,
    QUITTANCE_DATABASE_DIRECTORY: database,
  },
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("error", () => fail(`${java} can't be started. Set JAVA_HOME to a JDK 25.`));
server.on("exit", (code) => {
  for (const folder of [data, database]) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});

function packaged() {
  const jars = existsSync(target)
    ? readdirSync(target).filter((name) => /^quittance.*(?<!-plain)\.jar$/.test(name))
    : [];
  if (!jars[0])
    fail("There is no packaged server. Run ./mvnw package first, or set QUITTANCE_URL to one that runs.");
  return join(target, jars[0]);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
