import { writeFileSync } from 'node:fs';
import { renderSVG, renderUnicodeCompact } from 'uqr';
import { Checkpoints, compareHead } from '../../audit/public.js';
import { headOf, type Verb } from './verb.js';

/** What somebody outside keeps, or whether what they send back still fits. */
export const witness: Verb = async (ground, _, { note, svg }) => {
  if (note !== undefined) {
    const head = headOf(note);
    const state = await compareHead(ground.database.reader.manager, head);
    console.log(`${sentences[state]} (${head.size} entries)`);
    return state === 'fits' ? 0 : 1;
  }
  const made = await Checkpoints.on(ground).make('witness');
  if (svg) writeFileSync(svg, renderSVG(made.note, { border: 2 }), { mode: 0o600 });
  console.log(`${made.note}\n${renderUnicodeCompact(made.note)}`);
  return 0;
};

const sentences = {
  fits: 'The note fits: the log goes on from it.',
  other: 'The note is of another log.',
  shorter: 'The note does not fit: the log has lost entries since.',
  differs: 'The note does not fit: the log was rewritten since.',
} as const;
