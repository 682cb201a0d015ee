// RFC 8785: one text for one JSON value. Written for this verifier alone.

/** The canonical text of a value that JSON.parse gave. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    // Sorted by UTF-16 code units, as sort() does by itself.
    const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value); // ECMAScript's own form of numbers and strings is the one the RFC asks for
}

/** Whether a value holds only what an entry may hold: no fractions, no number that loses digits. */
export function isPlain(value) {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (value !== null && typeof value === 'object') return Object.values(value).every(isPlain);
  return true;
}
