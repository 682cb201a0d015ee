import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The head of a log: what a checkpoint says. */
export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Ed25519 in the forms of RFC 8410: a seed or a public key of 32 bytes behind a fixed beginning. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** C2SP signed-note: the one kind of signature we make. */
const ED25519 = Buffer.of(1);

/** A public key with the name it signs under, as C2SP writes it: `name+keyid+base64(01 || key)`. */
export class NoteVerifier {
  readonly id: Buffer;
  private readonly key: KeyObject;

  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    this.id = createHash('sha256').update(`${name}\n`).update(ED25519).update(bytes).digest().subarray(0, 4);
    this.key = createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
  }

  /** @throws when the text is no such key */
  static read(vkey: string): NoteVerifier {
    const [, name = '', id, key = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey) ?? [];
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== 33 || bytes[0] !== 1) throw new Error('no verifier key of a note');
    const verifier = new NoteVerifier(name, bytes.subarray(1));
    if (verifier.id.toString('hex') !== id) throw new Error('no verifier key of a note');
    return verifier;
  }

  get vkey(): string {
    return `${this.name}+${this.id.toString('hex')}+${Buffer.concat([ED25519, this.bytes]).toString('base64')}`;
  }

  /** Whether one of the note's signatures is of this key and true. */
  signed(note: SignedNote): boolean {
    return note.signatures.some(({ name, bytes }) => {
      const ours = name === this.name && bytes.subarray(0, 4).equals(this.id);
      return ours && verify(null, Buffer.from(note.text), this.key, bytes.subarray(4));
    });
  }
}

/** Signs heads of one log. */
export class NoteSigner {
  readonly verifier: NoteVerifier;
  private readonly key: KeyObject;

  constructor(name: string, seed: Buffer) {
    this.key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
    const raw = createPublicKey(this.key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);
    this.verifier = new NoteVerifier(name, raw);
  }

  /** A whole signed note; Ed25519 gives the same one every time. */
  sign(head: TreeHead): string {
    const text = headText(head);
    const signature = Buffer.concat([this.verifier.id, sign(null, Buffer.from(text), this.key)]);
    return `${text}\n— ${this.verifier.name} ${signature.toString('base64')}\n`;
  }
}

export interface SignedNote {
  /** With its last newline: what is signed. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** The three lines of a C2SP checkpoint. */
export const headText = ({ origin, size, root }: TreeHead): string => `${origin}\n${size}\n${root.toString('base64')}\n`;

/** A note in its parts, or null when the text is none. */
export function readNote(note: string): SignedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const signatures = note.slice(end + 2, -1).split('\n').map((line) => /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line));
  if (signatures.some((found) => !found)) return null;
  return {
    text: note.slice(0, end + 1),
    signatures: signatures.map((found) => ({ name: found?.[1] ?? '', bytes: Buffer.from(found?.[2] ?? '', 'base64') })),
  };
}

/**
 * The head that three lines tell, signed or not, as somebody copied them from a screen or a message: spaces and empty
 * lines around them do not matter. null when they are no head.
 */
export function readHead(text: string): TreeHead | null {
  const [origin = '', size = '', root = ''] = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const bytes = Buffer.from(root, 'base64');
  if (!/^[^\s+]+$/.test(origin) || !/^(?:0|[1-9]\d{0,14})$/.test(size) || bytes.length !== 32 || bytes.toString('base64') !== root) return null;
  return { origin, size: Number(size), root: bytes };
}
