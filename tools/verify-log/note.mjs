// Signed notes and checkpoints of C2SP (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature), Ed25519 only.
import { createHash, createPublicKey, verify } from 'node:crypto';

/** `name+keyid+base64(type || key)`; type 1 signs a text, type 4 is a witness's cosignature. @throws when it is none */
export function readKey(vkey) {
  const [, name, id, text] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey.trim()) ?? [];
  const bytes = Buffer.from(text ?? '', 'base64');
  const type = bytes[0];
  if (bytes.length !== 33 || (type !== 1 && type !== 4)) throw new Error(`not a public key of a log: ${vkey}`);
  const wanted = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
  if (wanted !== id) throw new Error(`the public key of ${name} is damaged`);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' });
  return { name, id, type, key };
}

/** A note in its parts. @throws when the text is none */
export function readNote(note) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new Error('this is not a signed note');
  const signatures = note.slice(end + 2, -1).split('\n').map((line) => {
    const [, name, text] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    if (!name) throw new Error('this is not a signed note');
    const bytes = Buffer.from(text, 'base64');
    return { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** Whether the key has signed the note; a signature in its name that is false counts as a forgery. @throws then */
export function isSignedBy({ text, signatures }, { name, id, type, key }) {
  const own = signatures.find((one) => one.name === name && one.id === id);
  if (!own) return false;
  const seconds = type === 4 ? Number(own.bytes.readBigUInt64BE(0)) : 0;
  const signed = type === 4 ? `cosignature/v1\ntime ${seconds}\n${text}` : text;
  if (!verify(null, Buffer.from(signed), key, own.bytes.subarray(type === 4 ? 8 : 0))) throw new Error(`the signature of ${name} is false`);
  return true;
}

/** The head that the first three lines tell, signed or not. @throws when they tell none */
export function readHead(text) {
  const [origin, size, root] = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const bytes = Buffer.from(root ?? '', 'base64');
  if (!/^(?:0|[1-9]\d{0,14})$/.test(size ?? '') || bytes.length !== 32) throw new Error('the three lines of a head of a log are expected: its name, a number, 44 signs');
  return { origin, size: Number(size), root: bytes };
}
