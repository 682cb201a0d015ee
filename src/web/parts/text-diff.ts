/** A piece of two texts laid over each other. */
export interface Piece {
  readonly is: 'same' | 'gone' | 'new';
  readonly text: string;
}

const MOST_WORDS = 600;

/** What became of a text, word by word. Very long texts are shown as replaced whole. */
export function textDiff(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ is: 'same', text: before }] : [];
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return joined([{ is: 'gone', text: before }, { is: 'new', text: after }]);
  return joined(walk(old, fresh, commonLengths(old, fresh)));
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** lengths[i][j]: how many words the rests of both texts from i and j have in common, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      const next = lengths[i + 1] as number[];
      row[j] = old[i] === fresh[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function walk(old: readonly string[], fresh: readonly string[], lengths: readonly number[][]): Piece[] {
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      pieces.push({ is: 'same', text: old[i++] ?? '' });
      j++;
    } else if (j >= fresh.length || (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      pieces.push({ is: 'gone', text: old[i++] ?? '' });
    } else pieces.push({ is: 'new', text: fresh[j++] ?? '' });
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const { is, text } of pieces) {
    const last = whole.at(-1);
    if (text === '') continue;
    if (last?.is === is) whole[whole.length - 1] = { is, text: last.text + text };
    else whole.push({ is, text });
  }
  return whole;
}
