import type { OpenInstance } from '../launch/public.js';

/** Says once where a new key lies; through `console.error` where standard output is for machines. */
export function tellOfKey({ madeKeyFile }: Pick<OpenInstance, 'madeKeyFile'>, say: (line: string) => void = console.log): void {
  if (!madeKeyFile) return;
  say(`A new key was made: ${madeKeyFile}`);
  say('Keep a copy of it in another place. Without it, or another way such as a recovery key, nobody can read the data.');
  if (!process.stdin.isTTY) say('Then open the page "Recovery" as administrator: a recovery key for paper is shown once and entered back.');
}
