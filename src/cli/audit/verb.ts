import { existsSync, readFileSync } from 'node:fs';
import { readHead, type TreeHead } from '../../audit/public.js';
import type { Ground } from '../../kernel/kernel.module.js';
import { LaunchRefused } from '../../launch/public.js';

const text = { type: 'string' } as const;

export const options = { json: { type: 'boolean' }, note: text, reason: text, only: text, out: text, svg: text } as const;

export type Values = { readonly json?: boolean } & { readonly [Name in 'note' | 'reason' | 'only' | 'out' | 'svg']?: string };

/** One thing that `habeas audit` does; answers the exit code. */
export type Verb = (ground: Ground, rest: readonly string[], values: Values) => Promise<number>;

/** @param given a note as text, or the file it is in. @throws LaunchRefused for what is no head of a log */
export function headOf(given: string): TreeHead {
  const head = readHead(existsSync(given) ? readFileSync(given, 'utf8') : given);
  if (!head) throw new LaunchRefused('usage', 'A note has three lines: the name of the log, a number and 44 signs.');
  return head;
}

/** Tells how far long work is, to a person at a terminal only. */
export function progress(what: string): { readonly tell: (done: number) => void; readonly end: () => void } {
  const shown = process.stderr.isTTY;
  return {
    tell: (done) => void (shown && process.stderr.write(`\r${done} ${what}`)),
    end: () => void (shown && process.stderr.write('\r\x1b[K')),
  };
}
