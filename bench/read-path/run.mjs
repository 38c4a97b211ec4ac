// Reads one customer with 20 invoices of 5 lines over GraphQL, signed in, on 16 connections, beside PostGraphile on the
// same database in alternating rounds, and beside pgbench running the same statements. Needs wrk and pgbench on the path
// and a packaged server (./mvnw -DskipTests package). Usage: npm install && node run.mjs [seconds a round] [rounds]
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { cpuOfCluster, cpuOfProcess } from './cpu.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const seconds = Number(process.argv[2] ?? 20);
const rounds = Number(process.argv[3] ?? 3);
const scratch = mkdtempSync(join(tmpdir(), 'quittance-bench-'));
const port = 18099;
const jar = join(here, '../../server/target/quittance-server.jar');
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';

const ours = `query Q($id: ID!) { customer(id: $id) { id externalId name email invoices(first: 20) { edges { node {
  id number status currency total { amount } issuedOn dueOn lines { id position description quantity net { amount } } } } } } }`;
const theirs = `query Q($id: UUID!) { customerByRowId(rowId: $id) { rowId externalId name email
  invoicesByCustomerId(first: 20, orderBy: [ISSUED_ON_DESC, ROW_ID_DESC]) { nodes {
    rowId number status currency totalMinor issuedOn dueOn
    invoiceLinesByInvoiceId(orderBy: [POSITION_ASC]) { nodes { rowId position description quantity netMinor } } } } } }`;

async function until(what, test) {
  for (let tries = 0; tries < 240; tries++) {
    if (await test().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${what} did not start`);
}

const started = Date.now();
const server = spawn(java, ['-Xmx512m', '-XX:+UseSerialGC', '-jar', jar, `--server.port=${port}`,
  `--quittance.public-url=http://127.0.0.1:${port}`, `--quittance.database.directory=${scratch}/postgres`],
  { stdio: ['ignore', 'ignore', 'inherit'] });
let graphile;
try {
  const base = `http://127.0.0.1:${port}`;
  await until('Quittance', async () => (await fetch(`${base}/actuator/health/readiness`)).ok);
  console.log(`first start to first answer, database and demo data made: ${((Date.now() - started) / 1000).toFixed(1)} s`);

  const pidFile = join(scratch, 'postgres/data/postmaster.pid');
  const database = `postgres://postgres@127.0.0.1:${readFileSync(pidFile, 'utf8').split('\n')[3]}/${process.env.BENCH_DATABASE ?? 'quittance'}`;
  const client = new pg.Client(database);
  await client.connect();
  await client.query(readFileSync(join(here, 'seed.sql'), 'utf8'));
  const ids = (await client.query("select id from customer where external_id like 'bench-%'")).rows.map((row) => row.id);
  await client.end();
  writeFileSync(join(scratch, 'ids'), ids.join('\n'));

  const signIn = await fetch(`${base}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-quittance-app': 'console' },
    body: JSON.stringify({ email: process.env.BENCH_EMAIL ?? 'owner@quittance.example', password: process.env.BENCH_PASSWORD ?? 'quittance-demo' }),
  });
  if (!signIn.ok) throw new Error(`sign-in answered ${signIn.status}`);
  const cookie = signIn.headers.getSetCookie()[0].split(';')[0];

  graphile = spawn(join(here, 'node_modules/.bin/node'), ['node_modules/postgraphile/dist/cli-run.js', '-C', 'graphile.config.mjs'],
    { cwd: here, env: { ...process.env, NODE_ENV: 'production', DATABASE: database }, stdio: ['ignore', 'ignore', 'inherit'] });
  await until('PostGraphile', async () => (await fetch('http://127.0.0.1:55678/graphql', { method: 'POST',
    headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' })).ok);

  const sides = {
    quittance: { url: base, pid: server.pid, query: ours, headers: ['-H', `cookie: ${cookie}`, '-H', 'x-quittance-app: console'] },
    postgraphile: { url: 'http://127.0.0.1:55678', pid: graphile.pid, query: theirs, headers: [] },
  };
  for (const [name, side] of Object.entries(sides)) {
    const answer = await fetch(`${side.url}/graphql`, { method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-quittance-app': 'console' },
      body: JSON.stringify({ query: side.query, variables: { id: ids[0] } }) });
    const text = await answer.text();
    const lines = text.split('Service number').length - 1;
    if (lines !== 100) throw new Error(`${name} answered ${lines} lines: ${text.slice(0, 500)}`);
    console.log(`${name}: ${text.length} bytes of JSON`);
  }

  function load(side, duration) {
    const body = JSON.stringify({ query: side.query, variables: { id: 'CUSTOMER' } });
    const cpu = () => cpuOfProcess(side.pid) + cpuOfCluster(pidFile);
    const before = cpu();
    const out = execFileSync('wrk', ['-t1', '-c16', `-d${duration}s`, '-s', join(here, 'post.lua'),
      '-H', 'content-type: application/json', ...side.headers, side.url],
      { env: { ...process.env, BODY: body, IDS: join(scratch, 'ids') } }).toString();
    const result = JSON.parse(out.split('\n').find((line) => line.startsWith('{')));
    return { rate: result.requests / result.seconds, p99: result.p99, errors: result.errors,
      cpu: ((cpu() - before) * 1000) / result.requests };
  }

  for (const side of Object.values(sides)) load(side, 120);
  const results = { quittance: [], postgraphile: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, side] of Object.entries(sides)) {
      const result = load(side, seconds);
      results[name].push(result);
      console.log(`round ${round + 1} ${name}: ${result.rate.toFixed(0)} requests/s, p99 ${result.p99} ms, ${result.cpu.toFixed(2)} CPU ms a request, ${result.errors} errors`);
    }
  }
  const median = (list, key) => list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const pgbench = execFileSync('pgbench', ['-n', '-M', 'prepared', '-c16', '-j1', `-T${seconds}`, '-f', join(here, 'statements.sql'), database]).toString();
  const q = median(results.quittance, 'cpu');
  const p = median(results.postgraphile, 'cpu');
  console.log(`medians: quittance ${median(results.quittance, 'rate').toFixed(0)} requests/s, p99 ${median(results.quittance, 'p99')} ms, ${q.toFixed(2)} CPU ms; ` +
    `postgraphile ${median(results.postgraphile, 'rate').toFixed(0)} requests/s, p99 ${median(results.postgraphile, 'p99')} ms, ${p.toFixed(2)} CPU ms`);
  console.log(`CPU of PostGraphile / CPU of Quittance: ${(p / q).toFixed(2)}`);
  console.log(`pgbench, the same statements alone: ${/tps = ([\d.]+)/.exec(pgbench)[1]} pairs/s`);
} finally {
  graphile?.kill();
  server.kill();
}
