// SPDX-License-Identifier: Apache-2.0
// The screening of ten checks, a list of 10,000 names and a yearly cap: Scrutineer against DuckDB, on
// the same generated file, in turn. First both must find the same; then times and memory are taken.
//   node tests/bench/screening.mjs [--rows 10M] [--runs 5] [--build build] [--memory SIZE]
// DuckDB comes through npm: npm install @duckdb/node-api in a folder that NODE_PATH or --duckdb names.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const option = (name, otherwise) => {
  const at = process.argv.indexOf('--' + name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const build = path.resolve(option('build', path.join(here, '../../build')));
const rows = option('rows', '10M'), runs = Number(option('runs', '5'));
const room = process.env.SCREENING_ROOM ?? fs.mkdtempSync(path.join(os.tmpdir(), 'screening-'));
const csv = path.join(room, 'contributions.csv'), names = path.join(room, 'names.json');

// What the peer runs: one scan into a table, then a query a check, as its documentation advises.
async function peer(threads, out) {
  const require = createRequire(path.resolve(option('duckdb', process.cwd()), 'x.js'));
  const { DuckDBInstance } = require('@duckdb/node-api');
  const db = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const c = await db.connect();
  const list = JSON.parse(fs.readFileSync(names, 'utf8'));
  const watched = list.map((n) => `('${n.replaceAll("'", "''")}')`).join(',');
  await c.run(`create table t as select reference, received, amount, payment, paid_from_country,
    recipient_id, donor, donor_id, donor_kind, donor_citizenship, donor_country, donor_foreign_share,
    donor_employer from read_csv('${csv}', header = true, columns = {reference: 'VARCHAR',
    received: 'DATE', reported: 'VARCHAR', returned: 'VARCHAR', amount: 'DECIMAL(18,2)', form: 'VARCHAR',
    payment: 'VARCHAR', paid_from_country: 'VARCHAR', recipient: 'VARCHAR', recipient_id: 'VARCHAR',
    recipient_kind: 'VARCHAR', donor: 'VARCHAR', donor_id: 'VARCHAR', donor_kind: 'VARCHAR',
    donor_citizenship: 'VARCHAR', donor_country: 'VARCHAR', donor_foreign_share: 'VARCHAR',
    donor_employer: 'VARCHAR', donor_address: 'VARCHAR', remark: 'VARCHAR'})`);
  await c.run(`create table watched(name varchar); insert into watched values ${watched}`);
  const checks = {
    s01: `donor_kind = 'natural' and donor_citizenship is not null and amount > 100000
          and not list_contains(string_split(donor_citizenship, ';'), 'AM')`,
    s02: `donor_kind in ('charity', 'trade-union') and received >= date '2021-01-19'`,
    s03: `donor_kind = 'company' and try_cast(donor_foreign_share as decimal(18,6)) > 90
          and received < date '2021-01-19'`,
    s04: `payment = 'banknotes' and amount > 400000`,
    s05: `donor_country = 'AM' and paid_from_country is not null and paid_from_country <> 'AM'`,
    s06: `amount > 1000000`,
    s07: `amount > 500000 and regexp_matches(donor_employer, '^M(inistry|unicipal)')`,
    s08: `donor_kind = 'company' and donor_id is null`,
    s09: `regexp_matches(donor, '^(Ivan|Иван) .*(berg|енко)$') and amount > 100000`,
    s10: `donor in (select name from watched)`,
  };
  const found = [];
  for (const [rule, where] of Object.entries(checks)) {
    const r = await c.runAndReadAll(`select reference from t where ${where}`);
    for (const [ref] of r.getRows()) found.push(`${rule} ${ref}`);
  }
  const groups = await c.runAndReadAll(`select donor_id, recipient_id, year(received), sum(amount) from t
    where donor_id is not null group by all having sum(amount) > 3000000`);
  for (const [donor, recipient, year, sum] of groups.getRows())
    found.push(`cap ${donor} ${recipient} ${year} ${sum}`);
  if (out) fs.writeFileSync(out, found.sort().join('\n') + '\n');
}

// What Scrutineer found, in the same words.
function ours(text) {
  const found = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('{"rule"')) continue;
    const f = JSON.parse(line);
    const rule = f.rule.slice(3);
    if (f.outcome !== 'indicator') throw new Error(`unexpected ${f.outcome}: ${line}`);
    if (rule !== 'cap') {
      found.push(`${rule} ${f.records[0].ref}`);
      continue;
    }
    const key = Object.values(f.facts).filter((v) => /^\d:/.test(v)).map((v) => v.slice(2));
    const year = Object.values(f.facts).find((v) => /^20\d\d$/.test(v));
    found.push(`cap ${key[0].toUpperCase()} ${key[1].toUpperCase()} ${year} ${f.facts.total.split(' ')[0]}`);
  }
  return found.sort().join('\n') + '\n';
}

// A command's processor seconds, wall seconds and peak resident memory, as the system counts them.
function measure(command) {
  const script = `import json,os,resource,subprocess,sys,time
began = time.monotonic()
p = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(p.pid, 0)
print(json.dumps({'wall': time.monotonic() - began, 'cpu': used.ru_utime + used.ru_stime, 'memory': used.ru_maxrss / 1024}))`;
  const r = spawnSync('python3', ['-c', script, ...command], { encoding: 'utf8' });
  return JSON.parse(r.stdout);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function makeLawbase() {
  const folder = path.join(room, 'lawbase');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'formats'), { recursive: true });
  fs.cpSync(path.join(here, 'screening-law'), folder, { recursive: true });
  for (const name of fs.readdirSync(path.join(build, 'lawbase')))
    if (name.endsWith('.yaml')) fs.copyFileSync(path.join(build, 'lawbase', name), path.join(folder, name));
  const list = JSON.parse(fs.readFileSync(names, 'utf8')).map((n) => JSON.stringify(n)).join(', ');
  fs.writeFileSync(path.join(folder, 'zs/rules/watched.yaml'), `- rule: zs.s10
  title: {en: A watched name}
  provisions: [zs.act/1]
  in_force: {from: 2017-01-01}
  plugin: prohibited-source
  with:
    barred: >-
      one_of(donor.name, ${list})
  severity: indicator
`);
  return folder;
}

// 100 names of the file, and 9,900 that nobody in it bears.
function makeNames() {
  const seen = new Set();
  const fd = fs.openSync(csv, 'r');
  const head = Buffer.alloc(1 << 22);
  const len = fs.readSync(fd, head);
  for (const line of head.subarray(0, len).toString().split('\n')) {
    const cells = line.split(',');
    if (seen.size < 100 && cells.length === 20 && /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(cells[11])) seen.add(cells[11]);
  }
  for (let i = 0; seen.size < 10000; i++) seen.add(`Nobody Number ${i}`);
  fs.writeFileSync(names, JSON.stringify([...seen]));
}

if (process.argv[2] === '--peer') {
  await peer(Number(process.argv[3]), process.argv[4]);
} else {
  const generate = path.join(build, 'tests/bench/generate');
  if (!fs.existsSync(csv))
    spawnSync('sh', ['-c', `'${generate}' csv --rows ${rows} > '${csv}'`], { stdio: 'inherit' });
  makeNames();
  const lawbase = makeLawbase();
  const check = (jobs, ...more) => [path.join(build, 'scrutineer'), 'check', '-j', 'zs', '--lawbase', lawbase,
    '--format-in', path.join(here, 'contributions.yaml'), '--fail-on', 'never', '--format', 'ndjson',
    '--jobs', String(jobs), ...more, csv];
  const duck = (threads, out) => [process.execPath, fileURLToPath(import.meta.url), '--peer', String(threads),
    out ?? '', '--duckdb', option('duckdb', process.cwd())];
  process.env.SCREENING_ROOM = room;
  console.log(`${(fs.statSync(csv).size / 1e9).toFixed(2)} GB, ${rows} rows; ${os.cpus().length} processors: ${os.cpus()[0].model}`);

  const theirs = path.join(room, 'peer.txt');
  spawnSync(duck(2, theirs)[0], duck(2, theirs).slice(1), { stdio: 'inherit' });
  const run = spawnSync(check(2)[0], check(2).slice(1), { encoding: 'utf8', maxBuffer: 1 << 30 });
  const mine = ours(run.stdout), peers = fs.readFileSync(theirs, 'utf8');
  fs.writeFileSync(path.join(room, 'ours.txt'), mine);
  const same = mine === peers;
  console.log(`${mine.trim().split('\n').length} findings, ${same ? 'the same as the peer' : 'NOT the same as the peer'}`,
    createHash('sha256').update(mine).digest('hex').slice(0, 16));
  if (!same) process.exit(1);

  const ways = [];
  for (const n of [1, 2]) ways.push([`DuckDB, ${n} thread${n > 1 ? 's' : ''}`, duck(n)], [`Scrutineer, --jobs ${n}`, check(n)]);
  ways.push(['Scrutineer, --jobs 2 --memory 256M', check(2, '--memory', '256M')]);
  const times = new Map(ways.map(([name]) => [name, []]));
  for (let i = 0; i < runs; i++) for (const [name, command] of ways) times.get(name).push(measure(command));
  console.log('| who | wall, s | processor, s | peak memory, MB |\n| --- | ---: | ---: | ---: |');
  for (const [name, list] of times)
    console.log(`| ${name} | ${median(list.map((m) => m.wall)).toFixed(2)} | ${median(list.map((m) => m.cpu)).toFixed(2)} | ${median(list.map((m) => m.memory)).toFixed(0)} |`);
  if (!process.env.SCREENING_KEEP) fs.rmSync(room, { recursive: true, force: true });
}
