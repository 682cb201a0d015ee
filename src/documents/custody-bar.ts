import type { DocumentWords } from './document-words.js';
import type { PaperBar, PaperLane } from './paper.js';
import type { Custody } from './timeline-document.js';

/** The rows that can be drawn, in a lane for each account; null when there are none. */
export function custodyBar(custody: Custody, words: DocumentWords): PaperBar | null {
  const { axis, rows, caption } = custody;
  const accounts = [...new Set(rows.map(({ account }) => account))];
  const lanes = accounts
    .map((account): PaperLane => ({
      account,
      bars: rows.flatMap(({ account: own, what, heldFor, bar }) => (own === account && bar ? [{ label: what, heldFor, stretch: bar }] : [])),
    }))
    .filter(({ bars }) => bars.length > 0);
  if (lanes.length === 0 || axis.to <= axis.from) return null;
  return { axis, lanes, legend: words.say('documents.legend'), caption: caption ?? null, spoken: spoken(lanes, words) };
}

const spoken = (lanes: readonly PaperLane[], words: DocumentWords): string =>
  [
    words.say('documents.bar_lead'),
    ...lanes.map(({ account, bars }) => `${account}: ${bars.map(({ label, heldFor }) => `${label}, ${heldFor}`).join('; ')}.`),
  ].join(' ');
