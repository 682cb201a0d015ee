import { createHmac } from 'node:crypto';
import { derivedRing, type KeyRing } from './key-ring.js';

/** The keys in use while the server runs. */
export class Keys {
  /** Key of the embedded database file, as 64 hex digits. */
  database: string;
  /** Wraps the key of each subject. */
  readonly wrap: Buffer;
  /** Wraps the key of each file. */
  readonly files: Buffer;
  /** Seed of the Ed25519 key that signs the audit log's checkpoints. */
  readonly logSeed: Buffer;
  /** The key of search tokens, and the ones before it. */
  private readonly tokenKeys: readonly [Buffer, ...Buffer[]];

  private readonly ring: KeyRing;

  constructor(ring: KeyRing) {
    const { current, pastTokens } = ring;
    this.ring = ring;
    this.database = current.database.key.toString('hex');
    this.wrap = current.subjects.key;
    this.files = current.files.key;
    this.logSeed = current.log.key;
    this.tokenKeys = [current.tokens.key, ...pastTokens.map(({ key }) => key)];
  }

  /** Keys that come from 32 bytes, as those of the first instances did: for tests and measurements. */
  static of(master: Buffer): Keys {
    return new Keys(derivedRing(master));
  }

  /** A token to look up by equality: the same text gives the same token only for who holds the key. 128 bits, hex. */
  token(purpose: string, text: string): string {
    return tokenUnder(this.tokenKeys[0], purpose, text);
  }

  /**
   * The tokens of a text under the key of today and those before, newest first: for what stays under the key it was made
   * with, because its text is on somebody's paper or with another service and nowhere here.
   */
  tokensEver(purpose: string, text: string): readonly [string, ...string[]] {
    const [newest, ...past] = this.tokenKeys;
    return [tokenUnder(newest, purpose, text), ...past.map((key) => tokenUnder(key, purpose, text))];
  }

  /** Overwrites the keys in memory. Nothing may be sealed or looked up with this object afterwards. */
  forget(): void {
    const { current, pending, pastTokens } = this.ring;
    for (const { key } of [...Object.values(current), ...Object.values(pending), ...pastTokens]) key.fill(0);
    this.database = '';
  }
}

const tokenUnder = (key: Buffer, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('hex').slice(0, 32);
