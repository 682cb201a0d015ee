import type { OpenInstance } from '../launch/public.js';

/** Says once where a new key lies; through `console.error` where standard output is for machines. */
export function tellOfKey({ madeKeyFile }: Pick<OpenInstance, 'madeKeyFile'>, say: (line: string) => void = console.log): void {
  if (!madeKeyFile) return;
  say(`A new key was made: ${madeKeyFile}`);
  say('Keep a copy of it in another place. Without it nobody can read the data, and no one can make it again.');
}
