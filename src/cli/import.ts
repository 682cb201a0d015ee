import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ImportFile, importWhats, readMapping, shippedMapping, type ImportResult, type ImportWhat, type Mapping, type Say } from '../intake/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused } from '../launch/public.js';
import { wordsFor } from '../web/public.js';
import type { Command } from './command.js';
import { withApp } from './with-app.js';

const say: Say = (key, params) => wordsFor('en').say(key, params);

export const importCommand: Command = {
  name: 'import',
  usage: `habeas import incidents|individuals|consents FILE --mapping NAME|FILE [--dry-run] [--errors FILE] [--json]
                                      brings in a CSV or XLSX file; NAME is one of the folder mappings/; the same file twice changes nothing`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean' }, errors: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [what, file] = positionals;
    if (!importWhats.some((one) => one === what) || !file || !values.mapping) throw new LaunchRefused('usage', importCommand.usage);
    if (!existsSync(file)) throw new LaunchRefused('usage', `The file ${file} is not there.`);
    const order = { what: what as ImportWhat, file, mapping: mappingOf(values.mapping), dryRun: values['dry-run'] ?? false };
    const take = (app: NestExpressApplication): Promise<ImportResult> =>
      app.get(ImportFile).run(systemActor('command-line'), { ...order, onProgress: bar });
    const result = await withApp(readSettings(), take, { onlyExisting: true });
    if (process.stderr.isTTY) process.stderr.write('\n');
    if (values.errors && result.remarks.length > 0) writeFileSync(values.errors, result.errorsCsv(say), { mode: 0o600 });
    if (values.json) console.log(JSON.stringify({ id: result.id, dryRun: result.dryRun, counts: result.counts, remarks: result.remarks }));
    else tell(result, values.errors);
    return result.counts.refused > 0 ? 1 : 0;
  },
};

function mappingOf(text: string): Mapping {
  const mapping = existsSync(text) ? readMapping(readFileSync(text, 'utf8')) : shippedMapping(text);
  if (!mapping) throw new LaunchRefused('usage', `There is no mapping "${text}": neither a file nor one of the folder mappings/.`);
  return mapping;
}

function bar({ done, total }: { done: number; total: number }): void {
  if (!process.stderr.isTTY) return;
  const filled = total === 0 ? 40 : Math.round((done / total) * 40);
  process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(40 - filled)}] ${done} of ${total}`);
}

function tell(result: ImportResult, errors: string | undefined): void {
  const { rows, added, changed, unchanged, refused, newFacilities, reported } = result.counts;
  console.log(`${result.dryRun ? 'Dry run, nothing was kept: ' : ''}${rows} rows: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`);
  if (result.what === 'incidents') console.log(`${reported} people reported detained; ${newFacilities} facilities were new.`);
  if (result.nothingNew && refused === 0) console.log('The file told nothing that was not recorded already.');
  if (result.remarks.length === 0) return;
  console.log(`${result.remarks.length} remarks${errors ? `, with their rows in ${errors}` : ' (keep them with --errors FILE)'}:`);
  const byCode = new Map<string, number>();
  for (const { code } of result.remarks) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  for (const [code, count] of [...byCode].sort((a, b) => b[1] - a[1])) console.log(`  ${String(count).padStart(5)}  ${code}`);
}
