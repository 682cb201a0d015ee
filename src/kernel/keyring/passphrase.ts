import { Algorithm, hashRaw } from '@node-rs/argon2';

/** 32 bytes out of a passphrase: argon2id, 256 MiB and four passes, so that guessing costs more than breaking in. */
export async function keyFromPassphrase(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { algorithm: Algorithm.Argon2id, memoryCost: 256 * 1024, timeCost: 4, parallelism: 1, outputLen: 32 };
  return Buffer.from(await hashRaw(passphrase.normalize('NFC'), { ...cost, salt }));
}
