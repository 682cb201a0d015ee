// Goes through an exported log line by line; remembers nothing but the edge of the tree.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { canonical, isPlain } from './canonical.mjs';
import { isSignedBy, readHead, readKey, readNote } from './note.mjs';
import { leafHash, Tree } from './tree.mjs';

/** Something that does not fit, with the place where it was first seen. */
export class Fault extends Error {
  constructor(sentence, entry = null) {
    super(entry === null ? sentence : `entry ${entry}: ${sentence}`);
    this.entry = entry;
  }
}

export async function* linesOf(path) {
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) if (line !== '') yield line;
}

/** The heads of an export, smallest first; who signed them is looked at on the way through the log. @throws Fault */
export async function readCheckpoints(path) {
  const heads = [];
  for await (const line of linesOf(path)) {
    const { size, note: text } = JSON.parse(line);
    const note = attempt(() => readNote(text), `the checkpoint at ${size}`);
    const head = attempt(() => readHead(note.text), `the checkpoint at ${size}`);
    if (head.size !== size || size < (heads.at(-1)?.size ?? 0)) throw new Fault(`the checkpoint at ${size} is in the wrong place`);
    heads.push({ ...head, note });
  }
  return heads;
}

/**
 * The keys whose signature counts, as far as the log has been read: those known beforehand, and each that stands in an
 * entry under a head that one of them has signed. So a key hands over to the next, and nobody else can name one.
 */
class Trust {
  #keys;
  #named = [];
  /** Entries by which a key that was not known came to count. */
  handOvers = [];

  constructor(keys) {
    this.#keys = keys.filter(({ type }) => type === 1);
  }

  /** An entry names a key; it does not count yet. @throws Fault */
  name(leaf) {
    if (leaf.act === 'log.key_taken') this.#named.push({ seq: leaf.seq, key: attempt(() => readKey(String(leaf.facts.key)), 'names a key that is none', leaf.seq) });
  }

  /** A head that fits the entries so far. @throws Fault when none of the keys has signed it */
  look({ note, origin, size }) {
    if (!attempt(() => this.#keys.some((key) => isSignedBy(note, key)), `the checkpoint at ${size}`)) {
      throw new Fault(`the checkpoint at ${size} is not signed by the known key`);
    }
    for (const { seq, key } of this.#named.splice(0)) {
      if (key.type !== 1 || key.name !== origin) throw new Fault('names the key of something else', seq);
      if (this.#keys.some(({ name, id }) => name === key.name && id === key.id)) continue;
      this.#keys.push(key);
      this.handOvers.push({ seq, key });
    }
  }
}

/** A head that somebody outside kept; signatures on it are checked when there are keys for them. @throws Fault */
export function readWitness(text, keys) {
  return attempt(() => {
    const at = text.lastIndexOf('\n\n— ');
    if (at >= 0) {
      const note = readNote(text.endsWith('\n') ? text : `${text}\n`);
      keys.forEach((key) => isSignedBy(note, key));
    }
    return { ...readHead(text), of: 'note' };
  }, 'the note of the witness');
}

/**
 * Checks every entry and, at their sizes, every head.
 * @param options.tail how many entries may come after the last signed head
 * @throws Fault at the first thing that does not fit
 */
export async function checkLog(path, keys, checkpoints, witnesses, { tail = 0 } = {}) {
  const trust = new Trust(keys);
  const heads = new Map();
  for (const head of [...checkpoints.map((one) => ({ ...one, of: 'checkpoint' })), ...witnesses]) heads.set(head.size, [...(heads.get(head.size) ?? []), head]);
  const tree = new Tree();
  const warnings = [];
  const restores = [];
  let origin = checkpoints.at(-1)?.origin ?? null;
  let [prev, time] = [null, ''];
  compareAt(heads, tree, origin, restores, trust);
  for await (const line of linesOf(path)) {
    const at = tree.size;
    const leaf = attempt(() => JSON.parse(line), 'is no JSON', at);
    if (canonical(leaf) !== line || !isPlain(leaf)) throw new Fault('is not in canonical form', at);
    if (leaf.seq !== at) throw new Fault(`has the number ${leaf.seq}: entries are missing, doubled or in another order`, at);
    if (leaf.prev !== prev) throw new Fault('does not follow the entry before: one of the two was changed', at);
    if (leaf.v !== 1 && leaf.v !== 2) throw new Fault('has a form that is not known', at);
    if (leaf.v === 2) {
      origin ??= leaf.log;
      if (leaf.log !== origin) throw new Fault('is of another log', at);
    }
    if (leaf.t < time) warnings.push(`entry ${at}: its time (${leaf.t}) is before that of the entry before (${time})`);
    if (leaf.act === 'log.restored') restores.push(leaf);
    const hash = leafHash(line);
    tree.add(hash);
    [prev, time] = [hash.toString('hex'), leaf.t];
    trust.name(leaf);
    compareAt(heads, tree, origin, restores, trust);
  }
  for (const head of [...heads.values()].flat()) {
    if (head.size > tree.size) throw new Fault(`${called(head)} was signed over ${head.size} entries, but the log ends after ${tree.size}: it was cut or rolled back${told(restores, head)}`, tree.size);
  }
  const signed = Math.max(0, ...checkpoints.map(({ size }) => size));
  if (tree.size - signed > tail) throw new Fault(`from here on nothing is signed (${tree.size - signed} entries, ${tail} are allowed)`, signed);
  return { entries: tree.size, origin, root: tree.root().toString('base64'), warnings, restores: restores.map(({ seq }) => seq), handOvers: trust.handOvers };
}

function compareAt(heads, tree, origin, restores, trust) {
  for (const head of heads.get(tree.size) ?? []) {
    if (origin !== null && head.origin !== origin) throw new Fault(`${called(head)} is of another log (${head.origin})`);
    if (!head.root.equals(tree.root())) {
      throw new Fault(`${called(head)} over the first ${head.size} entries does not fit: one of them was changed after it was signed${told(restores, head)}`, Math.max(0, head.size - 1));
    }
    if (head.of === 'checkpoint') trust.look(head);
  }
}

const called = (head) => (head.of === 'note' ? 'the note of the witness' : 'a checkpoint');

/** A restore that the log itself declares explains a note that does not fit; whether it is believed is for people to say. */
function told(restores, head) {
  const one = restores.find(({ facts }) => facts.size === null || facts.size >= head.size);
  return one ? ` (entry ${one.seq} says that the database was put back on purpose)` : '';
}

function attempt(task, what, entry = null) {
  try {
    return task();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(entry === null ? `${what}: ${error.message}` : what, entry);
  }
}
