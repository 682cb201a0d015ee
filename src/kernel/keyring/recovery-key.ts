import { createHash, randomBytes } from 'node:crypto';
import { fromPaper, toPaper } from './paper-text.js';

/** 128 random bits: eight groups of four signs on paper. */
const BYTES = 16;

export const makeRecoveryKey = (): string => toPaper('recovery key', randomBytes(BYTES));

/** The secret of a slot; null when the text is mistyped. */
export function secretOfRecoveryKey(text: string): Buffer | null {
  const bytes = fromPaper('recovery key', text);
  return bytes?.length === BYTES ? createHash('sha256').update('habeas/2 recovery key\n').update(bytes).digest() : null;
}
