import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORM = 'a1'; // AES-256-GCM, 96-bit random nonce; a new form gets a new mark so that old rows still open

/** Seals text under a key of 32 bytes. `context` is bound to it: moved to another row, it no longer opens. */
export function seal(key: Buffer, text: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return FORM + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws SealBroken when the key is another, the text was changed, or it belongs to another row. */
export function unseal(key: Buffer, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed.slice(FORM.length), 'base64');
  if (!sealed.startsWith(FORM) || bytes.length < 28) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new SealBroken();
  }
}

/** Carries no detail on purpose: neither the text nor the row belongs in a log. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed value does not open');
  }
}
