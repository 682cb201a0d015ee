// Migrates a database and is killed amid one migration, after some of its statements, as a power cut would do it.
// Arguments: where (JSON for openDatabase), the number of the migration, how many statements of it are let through.
import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';

const built = (path) => import(pathToFileURL(join(resolve(import.meta.dirname, '../../dist'), path)).href);
const [{ migrations }, { entities }, { openDatabase }, { derivedRing, migrateWith }] = await Promise.all([
  built('migrations/index.js'),
  built('src/app.entities.js'),
  built('src/kernel/db/public.js'),
  built('src/kernel/crypto/public.js'),
]);
const [where = '', number = '', statements = ''] = process.argv.slice(2);

// In the order they are run in: that of their numbers.
const inOrder = [...migrations].sort((a, b) => Number(/\d+$/.exec(a.name)[0]) - Number(/\d+$/.exec(b.name)[0]));
const target = inOrder[Number(number) - 1];
const up = target.prototype.up;
target.prototype.up = async function (runner) {
  const query = runner.query.bind(runner);
  let left = Number(statements);
  runner.query = (...args) => {
    if ((left -= 1) < 0) process.kill(process.pid, 'SIGKILL');
    return query(...args);
  };
  await up.call(this, runner);
  process.kill(process.pid, 'SIGKILL');
};
const open = await openDatabase({ at: JSON.parse(where), entities, migrations });
await migrateWith(open, derivedRing(Buffer.alloc(32, 7)));
console.log('was not killed');
