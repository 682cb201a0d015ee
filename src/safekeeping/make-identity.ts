import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A secret key for restores with its public half. */
export interface BackupIdentity {
  readonly identity: string;
  readonly recipient: string;
}

export async function makeIdentity(classic: boolean): Promise<BackupIdentity> {
  const identity = classic ? await generateX25519Identity() : await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}
