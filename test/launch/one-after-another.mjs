// Runs commands of the built `habeas` one after another in one process, so that it is loaded once: for commands that end by themselves.
// Run as `node one-after-another.mjs CLI` with [{ args, env }] on standard input; prints [{ code, out, err }], as a terminal would have seen them.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const cli = process.argv[2];
const asked = JSON.parse(readFileSync(0, 'utf8'));
const ownEnv = { ...process.env };
const print = process.stdout.write.bind(process.stdout);
process.setMaxListeners(0); // each command listens for Ctrl+C

const ended = [];
for (const [n, { args, env }] of asked.entries()) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, ownEnv, env);
  process.argv = [process.execPath, cli, ...args];
  process.exitCode = undefined;
  const said = { out: '', err: '' };
  process.stdout.write = (text) => Boolean((said.out += text));
  process.stderr.write = (text) => Boolean((said.err += text));
  await import(`${pathToFileURL(cli)}?${n}`);
  ended.push({ code: process.exitCode ?? 0, ...said });
}
print(JSON.stringify(ended), () => process.exit(0));
