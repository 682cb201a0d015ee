#!/usr/bin/env node
import 'reflect-metadata';
import { commands } from './cli/public.js';
import { SettingRefused } from './kernel/settings/public.js';
import { Problem } from './kernel/errors/public.js';
import { exitCodes, LaunchRefused } from './launch/public.js';

const [name = 'serve', ...args] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);

try {
  if (name === 'help' || name === '--help') for (const one of commands) console.log(one.usage);
  else if (!command) throw new LaunchRefused('usage', `There is no command "${name}"; habeas help lists them.`);
  else if (args.includes('--help')) console.log(command.usage);
  else process.exitCode = await command.run(args);
} catch (error) {
  process.exitCode = sayWhy(error);
}

/** One sentence for the person at the terminal, and a code for scripts. */
function sayWhy(error: unknown): number {
  if (error instanceof LaunchRefused) return said(error.message, error.exitCode);
  if (error instanceof SettingRefused) return said(error.message, exitCodes.settings);
  if (error instanceof Problem) return said(`Refused: ${error.code}.`, 1);
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) return said(`${(error as Error).message}\n${command?.usage ?? ''}`, exitCodes.usage);
  console.error(error);
  return 1;
}

function said(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}
