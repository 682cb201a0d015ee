// A receipt: c2sp.org/tlog-proof, with the entry and the values it vouches for in its extra line.
import { createHash } from 'node:crypto';
import { canonical, isPlain } from './canonical.mjs';
import { isSignedBy, readHead, readNote } from './note.mjs';
import { leafHash, rootByPath } from './tree.mjs';

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const commitment = ({ salt, value }) => digest('habeas-audit/commit/v1\n', Buffer.from(salt, 'hex'), canonical(value));

/**
 * Checks a receipt by itself. Answers its entry and what it shows.
 * @throws with a sentence when anything of it does not fit
 */
export function checkReceipt(text, keys) {
  const [form, ...lines] = text.split('\n');
  if (form !== 'c2sp.org/tlog-proof@v1') throw new Error('this is not a receipt');
  const [, extra] = /^extra ([A-Za-z0-9+/]+=*)$/.exec(lines.shift() ?? '') ?? [];
  const [, index] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  const empty = lines.indexOf('');
  if (!extra || !index || empty < 0) throw new Error('the receipt is not whole');
  const { leaf, opened } = JSON.parse(Buffer.from(extra, 'base64').toString('utf8'));
  const note = readNote(lines.slice(empty + 1).join('\n'));
  if (!keys.some((key) => key.type === 1 && isSignedBy(note, key))) throw new Error('the receipt is not signed by the known key');
  const head = readHead(note.text);
  const root = rootByPath(Number(index), head.size, leafHash(leaf), lines.slice(0, empty).map((hash) => Buffer.from(hash, 'base64')));
  if (!root?.equals(head.root)) throw new Error('the entry is not in the log whose head was signed');
  const entry = JSON.parse(leaf);
  if (canonical(entry) !== leaf || !isPlain(entry)) throw new Error('the entry is not in canonical form');
  if (entry.seq !== Number(index) || (entry.v !== 1 && entry.log !== head.origin)) throw new Error('the entry belongs to another place or log');
  return { entry, head, shown: checkOpenings(entry, opened) };
}

/** The values that are shown, each proved to be what the entry vouches for. @throws when one is not */
function checkOpenings({ c = {} }, opened) {
  const shown = {};
  for (const side of ['before', 'after']) {
    if (!opened[side]) continue;
    const { commitments, values } = opened[side];
    if (digest('habeas-audit/fields/v1\n', canonical(commitments)) !== c[side]) throw new Error(`the fields ${side} the change are not those the entry vouches for`);
    for (const [field, value] of Object.entries(values)) {
      if (!Object.hasOwn(commitments, field) || commitment(value) !== commitments[field]) throw new Error(`${field} ${side} the change is not what the entry vouches for`);
    }
    shown[side] = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
  }
  if (opened.reason) {
    if (commitment(opened.reason) !== c.reason) throw new Error('the reason is not what the entry vouches for');
    shown.reason = opened.reason.value;
  }
  return shown;
}
