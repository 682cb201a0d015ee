// Runs commands of the built `habeas` one after another in one process, so that it is loaded once: for commands that end by themselves.
// Started as `node one-after-another.mjs CLI` with a channel; told { args, env }, answers { code, out, err }, as a terminal would have seen it.
import { pathToFileURL } from 'node:url';

const cli = process.argv[2];
const ownEnv = { ...process.env };
const streams = { out: process.stdout, err: process.stderr };
const prints = Object.fromEntries(Object.entries(streams).map(([name, stream]) => [name, stream.write]));
process.setMaxListeners(0); // each command listens for Ctrl+C

let told = 0;
process.on('message', async ({ args, env }) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, ownEnv, env);
  process.argv = [process.execPath, cli, ...args];
  process.exitCode = undefined;
  const said = { out: '', err: '' };
  for (const [name, stream] of Object.entries(streams)) stream.write = (text) => Boolean((said[name] += text));
  await import(`${pathToFileURL(cli)}?${(told += 1)}`);
  for (const [name, stream] of Object.entries(streams)) stream.write = prints[name];
  process.send({ code: process.exitCode ?? 0, ...said });
});
process.on('disconnect', () => process.exit(0));
