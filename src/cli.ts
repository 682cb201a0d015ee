#!/usr/bin/env node
import 'reflect-metadata';
import { commands } from './cli/public.js';
import { SettingRefused } from './kernel/settings/public.js';
import { Problem } from './kernel/errors/public.js';
import { exitCodes, LaunchRefused } from './launch/public.js';
import { wordsFor } from './web/public.js';

// Whatever is written from here on is for this account only: database, key, lists of faulty rows.
process.umask(0o077);

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
  if (error instanceof Problem) return said(refusal(error), error.code.startsWith('backup.') ? exitCodes.backup : 1);
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) return said(`${(error as Error).message}\n${command?.usage ?? ''}`, exitCodes.usage);
  return said(unforeseen(error), 1);
}

function refusal({ code, detail }: Problem): string {
  const words = wordsFor('en');
  if (words.has(`problems.${code}`)) return words.say(`problems.${code}`, detail.params);
  const more = [...Object.values(detail.params ?? {}), ...(detail.fields ?? []).map(({ field, code: fault }) => `${field} ${fault}`)];
  return `Refused: ${code}${more.length > 0 ? ` (${more.join('; ')})` : ''}.`;
}

/** Name and place only: messages of drivers quote values, and a terminal's words end up in tickets. */
function unforeseen(error: unknown): string {
  const { name: kind, stack = '' } = error instanceof Error ? error : new Error();
  const where = stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6);
  return [`This was not foreseen (${kind}). Please report these lines; they hold nothing of your data.`, ...where].join('\n');
}

function said(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}
