import { isWithheld } from '../access/public.js';
import type { Draw } from './draws.js';
import { english, moment } from './say-english.js';

/** What may go along of the files in the record: what each is, when it was taken, and the digest by which a copy is known. Never its file's name. */
export const evidenceDraws = {
  'evidence.listed': ({ annexes }) =>
    annexes
      .map(({ kind, title, collected, originalId, sha256 }, place) => {
        const said = title && !isWithheld(title) ? `: ${title}` : '';
        const copy = originalId ? ' (working copy)' : '';
        const when = collected ? `, ${moment(collected)}` : ', date not known';
        return `${place + 1}. ${english('evidence-kinds', kind)}${copy}${said}${when}. SHA-256 ${sha256}`;
      })
      .join('\n'),
} satisfies Record<string, Draw>;
