import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The head of an Ed25519 private key in PKCS #8 (RFC 8410); the seed follows. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKey = (seed: Buffer): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** Under a heading of its own, so that a signature of something else never fits. */
const told = (what: string, text: string): Buffer => Buffer.from(`habeas ${what}\n${text}`, 'utf8');

export const signText = (seed: Buffer, what: string, text: string): string => sign(null, told(what, text), privateKey(seed)).toString('base64');

export const isSigned = (seed: Buffer, what: string, text: string, signature: string): boolean =>
  verify(null, told(what, text), createPublicKey(privateKey(seed)), Buffer.from(signature, 'base64'));
