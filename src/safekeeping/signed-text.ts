import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Keys } from '../kernel/crypto/public.js';

/** The heads of Ed25519 keys in PKCS #8 and SPKI (RFC 8410); 32 bytes follow. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * A text of one line with two lines under it: a signature with the log's key, which an outsider can check, and a keyed
 * token over both, which proves to us that it is ours, also after the log's key was changed.
 */
export function signedText(keys: Keys, what: string, text: string): string {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, keys.logSeed]), format: 'der', type: 'pkcs8' });
  const signer = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);
  const signed = `${text}\n${signer.toString('base64')} ${sign(null, under(what, text), key).toString('base64')}`;
  return `${signed}\n${keys.token(`backup ${what}`, digest(signed))}\n`;
}

/** The text again; null when a byte of it is another, or it is not ours. */
export function readSignedText(keys: Keys, what: string, file: string): string | null {
  const [text = '', line = '', token = '', rest, ...more] = file.split('\n');
  if (rest !== '' || more.length > 0) return null;
  if (!keys.tokensEver(`backup ${what}`, digest(`${text}\n${line}`)).includes(token)) return null;
  const [signer = '', signature = ''] = line.split(' ');
  return verify(null, under(what, text), publicKey(signer), Buffer.from(signature, 'base64')) ? text : null;
}

const publicKey = (base64: string): KeyObject => createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(base64, 'base64')]), format: 'der', type: 'spki' });

/** Under a heading of its own, so that a signature of something else never fits. */
const under = (what: string, text: string): Buffer => Buffer.from(`habeas backup ${what}\n${text}`, 'utf8');

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
