import { dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '../kernel/text/public.js';

/** Passwords that everybody tries first: the common ones of past breaches, shipped with the product; nothing is asked outside. */
let known: ReadonlySet<string> | null = null;

/** Whether a password is on the list, in any case of letters, also with digits or signs hung on at the end. */
export function isKnownPassword(password: string): boolean {
  known ??= new Set(dictionary['passwords-common'].map(fold));
  const folded = fold(password);
  return known.has(folded) || known.has(folded.replace(/[^\p{L}]+$/u, '')) || isOneThing(folded);
}

/** "aaaaaaaaaaaaaaaa", "passwordpassword": a short thing said again and again. */
const isOneThing = (text: string): boolean => /^(.{1,4})\1+$/u.test(text) || /^(.{5,})\1$/u.test(text);
