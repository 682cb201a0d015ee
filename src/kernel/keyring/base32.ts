/** Crockford's alphabet: no I, L, O or U, so that what is read from paper is read in one way. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a sign, groups of four with dashes between them. */
export function inGroups(bytes: Buffer): string {
  let signs = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) signs += ALPHABET[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  if (bits > 0) signs += ALPHABET[(held << (5 - bits)) & 31];
  return (signs.match(/.{1,4}/g) ?? []).join('-');
}

/** The bytes again, whatever the spaces, dashes and cases; null when there is a sign that is none of ours. */
export function fromGroups(text: string): Buffer | null {
  const signs = text.toUpperCase().replace(/[\s\-–—]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const sign of signs) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    held = (held << 5) | value;
    if ((bits += 5) >= 8) bytes.push((held >> (bits -= 8)) & 255);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Buffer.from(bytes) : null;
}
