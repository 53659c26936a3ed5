// SPDX-License-Identifier: Apache-2.0
// node validate.mjs FOLDER FORMAT FILE: whether another party's schema, model or types accept the report.
// FOLDER holds node_modules.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, format, file] = process.argv.slice(2);
const require = createRequire(path.resolve(folder, 'x.js'));
const text = fs.readFileSync(file, 'utf8');
const errors = [];

// The schema of OASIS as @microsoft/jest-sarif carries it.
function sarif() {
  const Ajv = require('ajv');
  const schemas = path.join(folder, 'node_modules/@microsoft/jest-sarif/lib/schemas');
  const schema = JSON.parse(fs.readFileSync(path.join(schemas, 'sarif-2.1.0-rtm.5.json'), 'utf8'));
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
  if (schema.$schema?.includes('draft-04'))
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  const log = JSON.parse(text);
  if (!ajv.validate(schema, log)) errors.push(...ajv.errors.map((e) => `${e.dataPath}: ${e.message}`));
  for (const run of log.runs) {
    const rules = new Set(run.tool.driver.rules.map((r) => r.id));
    for (const r of run.results) {
      if (!rules.has(r.ruleId)) errors.push(`no rule ${r.ruleId}`);
      if (r.kind !== 'fail' && r.level !== 'none') errors.push(`kind ${r.kind} has level ${r.level}`);
    }
  }
}

function ftm() {
  const { Model } = require('@alephdata/followthemoney');
  const data = require('@alephdata/followthemoney/dist/defaultModel.json');
  const model = new Model(data);
  const entities = text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const known = new Map(entities.map((e) => [e.id, e]));
  if (known.size !== entities.length) errors.push('an id is there twice');
  for (const e of entities) {
    const schema = model.getSchema(e.schema);
    const entity = model.getEntity(e);
    for (const [name, values] of Object.entries(e.properties)) {
      const property = schema.getProperty(name);
      if (entity.getProperty(name).length !== values.length) errors.push(`${e.id}: ${name} was not taken whole`);
      for (const v of values) {
        if (typeof v !== 'string' || !v.length) errors.push(`${e.id}: ${name} is no text`);
        if (property.type.name === 'entity') {
          const other = known.get(v);
          if (!other) errors.push(`${e.id}: ${name} leads nowhere`);
          else if (!model.getSchema(other.schema).isA(property.range ?? 'Thing'))
            errors.push(`${e.id}: ${name} is a ${other.schema}`);
        }
        if (property.type.name === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(v)) errors.push(`${e.id}: ${name} ${v}`);
        if (property.type.name === 'country' && !property.type.values.has(v)) errors.push(`${e.id}: country ${v}`);
      }
    }
    for (const name of schema.required ?? []) if (!e.properties[name]) errors.push(`${e.id}: ${name} is needed`);
  }
}

// The bundle as literals of the library's types: the compiler tells what does not fit. (The library has no name of
// a file yet.)
function stix() {
  const bundle = JSON.parse(text);
  const program = path.join(path.resolve(folder), 'bundle.mts');
  const typed = bundle.objects.map((o) => {
    const type = { note: 'Note', identity: 'Identity', file: 'File & { name: string }' }[o.type];
    if (!type) errors.push(`${o.id} is a ${o.type}`);
    return `const o${typed_count++}: ${type} = ${JSON.stringify(o)};`;
  });
  fs.writeFileSync(program, `import type { Note, Identity, File, StixBundle } from '@security-alliance/stix/2.1';
const b: StixBundle = ${JSON.stringify({ type: bundle.type, id: bundle.id, objects: [] })};
void b;\n${typed.join('\n')}\n`);
  const tsc = require.resolve('typescript/bin/tsc');
  const said = spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext',
    '--target', 'es2022', program], { encoding: 'utf8' });
  if (said.status !== 0) errors.push(said.stdout.slice(0, 2000));
  const id = /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const known = new Set(bundle.objects.map((o) => o.id));
  if (known.size !== bundle.objects.length) errors.push('an id is there twice');
  for (const o of bundle.objects) {
    if (!id.test(o.id) || !o.id.startsWith(`${o.type}--`)) errors.push(`id ${o.id}`);
    for (const ref of [...(o.object_refs ?? []), ...(o.created_by_ref ? [o.created_by_ref] : [])])
      if (!known.has(ref)) errors.push(`${o.id}: ${ref} leads nowhere`);
    for (const time of ['created', 'modified'])
      if (o[time] && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(o[time])) errors.push(`${o.id}: ${time}`);
  }
}
let typed_count = 0;

({ sarif, ftm, stix })[format]();
for (const e of errors.slice(0, 20)) console.log(e);
process.exit(errors.length ? 1 : 0);
