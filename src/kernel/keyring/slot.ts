import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { seal, SealBroken, unseal } from '../crypto/public.js';
import type { Instant } from '../time/public.js';

/** What a slot is opened with. */
export type SlotKind = 'file' | 'environment' | 'passphrase' | 'shares' | 'recovery';

/**
 * One way to the master key. It is sealed to a public key whose private half comes from the slot's secret, so that the
 * master key can be changed without asking for every secret, and who has kept an old one learns nothing of the new.
 */
export interface Slot {
  readonly id: number;
  readonly kind: SlotKind;
  readonly madeAt: Instant;
  /** X25519 (RFC 7748), base64. */
  readonly publicKey: string;
  /** The sender's public key and the sealed master key. */
  readonly sealed: string;
  /** Of a passphrase, hex. */
  readonly salt?: string;
  /** Where the key file was when the slot was made, so that a start without settings finds it again. */
  readonly file?: string;
}

export type SlotPlan = Pick<Slot, 'id' | 'kind' | 'madeAt' | 'salt' | 'file'>;

/** @param secret 32 bytes: what the key file holds, or what comes out of passphrase, recovery key or shares */
export function makeSlot(plan: SlotPlan, secret: Buffer, master: Buffer, instance: string): Slot {
  return resealed({ ...plan, publicKey: publicOf(privateOf(secret)), sealed: '' }, master, instance);
}

/** The slot with another master key in it; its secret stays. */
export function resealed(slot: Slot, master: Buffer, instance: string): Slot {
  const { privateKey } = generateKeyPairSync('x25519');
  const sender = publicOf(privateKey);
  const key = agreed(privateKey, slot.publicKey, sender, slot.publicKey);
  return { ...slot, sealed: `${sender}.${seal(key, master.toString('base64'), contextOf(slot, instance))}` };
}

/** The master key, or null when the slot belongs to another secret. @throws SealBroken when the slot was changed. */
export function openSlot(slot: Slot, secret: Buffer, instance: string): Buffer | null {
  const privateKey = privateOf(secret);
  if (publicOf(privateKey) !== slot.publicKey) return null;
  const [sender, body] = slot.sealed.split('.');
  if (!sender || !body) throw new SealBroken();
  const key = agreed(privateKey, sender, sender, slot.publicKey);
  return Buffer.from(unseal(key, body, contextOf(slot, instance)), 'base64');
}

const contextOf = ({ id, kind }: Slot, instance: string): string => `slot ${id} ${kind}:${instance}`;

/** Both ends of the exchange are bound into the key, as in age and HPKE. */
function agreed(mine: KeyObject, theirs: string, sender: string, receiver: string): Buffer {
  const shared = diffieHellman({ privateKey: mine, publicKey: publicKeyOf(theirs) });
  const ends = Buffer.concat([Buffer.from(sender, 'base64'), Buffer.from(receiver, 'base64')]);
  return Buffer.from(hkdfSync('sha256', shared, ends, 'habeas/2 slot', 32));
}

/** The fixed beginnings of an X25519 key in PKCS #8 and SPKI (RFC 8410), to which the 32 bytes are added. */
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');

function privateOf(secret: Buffer): KeyObject {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'habeas/2 slot secret', 32));
  return createPrivateKey({ key: Buffer.concat([PRIVATE, bytes]), format: 'der', type: 'pkcs8' });
}

const publicOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length).toString('base64');

const publicKeyOf = (text: string): KeyObject => createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(text, 'base64')]), format: 'der', type: 'spki' });
