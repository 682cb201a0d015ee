import { createHmac, hkdfSync } from 'node:crypto';

/** The keys in use while the server runs; all come from one master key of 32 bytes that never touches the database. */
export class Keys {
  /** Key of the embedded database file, as 64 hex digits. */
  readonly database: string;
  /** Wraps the key of each subject. */
  readonly wrap: Buffer;
  /** Wraps the key of each file. */
  readonly files: Buffer;
  /** Seed of the Ed25519 key that signs the audit log's checkpoints. */
  readonly logSeed: Buffer;
  private readonly tokens: Buffer;

  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error('a master key has 32 bytes');
    this.database = derive(master, 'database file').toString('hex');
    this.wrap = derive(master, 'subject key wrapping');
    this.files = derive(master, 'file key wrapping');
    this.logSeed = derive(master, 'audit checkpoints');
    this.tokens = derive(master, 'search tokens');
  }

  /** A token to look up by equality: the same text gives the same token only for who holds the key. 128 bits, hex. */
  token(purpose: string, text: string): string {
    return createHmac('sha256', this.tokens).update(`${purpose}\n${text}`).digest('hex').slice(0, 32);
  }
}

/** HKDF-SHA-256 (RFC 5869), one label a purpose. */
function derive(master: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `habeas/1 ${label}`, 32));
}
