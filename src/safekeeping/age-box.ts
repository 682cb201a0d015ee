import { Decrypter, Encrypter } from 'age-encryption';
import { Problem } from '../kernel/errors/public.js';

const RECIPIENT = /^age1[a-z0-9]{20,4000}$/;
const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{20,200}$/;
const afterQuantum = (recipient: string): boolean => recipient.startsWith('age1pq1');

/** Lines of a file of keys without remarks and empty ones. */
const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));

/** Public keys, one a line. @throws Problem `backup.recipients` */
export function readRecipients(text: string): string[] {
  const recipients = [...new Set(linesOf(text))].sort();
  // The format does not mix the two sorts: the weaker would decide for all.
  const mixed = recipients.some(afterQuantum) && !recipients.every(afterQuantum);
  if (recipients.length === 0 || mixed || !recipients.every((one) => RECIPIENT.test(one) && isTaken(one))) throw new Problem('backup.recipients', { status: 422 });
  return recipients;
}

function isTaken(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

/** Secret keys, one a line. @throws Problem `backup.identity` */
export function readIdentities(text: string): string[] {
  const identities = linesOf(text);
  if (identities.length === 0 || !identities.every((one) => IDENTITY.test(one))) throw new Problem('backup.identity', { status: 422 });
  return identities;
}

/** Encrypts to public keys: who has only them cannot read it back. */
export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** null when none of the identities opens it, or it was changed. */
export async function decryptWith(identities: readonly string[], bytes: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes).catch(() => null);
}
