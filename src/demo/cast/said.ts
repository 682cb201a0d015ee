import type { CastAccount, CastEvent, CastName, CastPeriod, CastRelative } from './types.js';

/** Short ways to write down the cast; each makes one plain record. */

const name = (script: string) => (text: string, kind = 'full'): CastName => ({ text, kind, script });

export const kk = name('kk-Cyrl');
export const ru = name('ru-Cyrl');
/** In Latin letters, as in a passport or a foreign report. */
export const la = (text: string, kind = 'transliteration'): CastName => ({ text, kind, script: 'en-Latn' });
export const uz = name('uz-Latn');

export const kin = (relation: string, who: string, phone: string | null = null): CastRelative => ({ name: who, relation, phone });

const period =
  (account: CastAccount) =>
  (kind: string, place: string | null, start: string | null, end: string | null, source: string, note: string | null = null): CastPeriod => ({
    kind,
    account,
    place,
    start,
    end,
    source,
    note,
  });

/** Custody as people saw it, as papers of the authorities say, as media report. */
export const seenIn = period('observed');
export const filedIn = period('official');
export const reportedIn = period('media');

const event =
  (account: CastAccount) =>
  (kind: string, when: string | null, source: string, note: string | null = null, place: string | null = null): CastEvent => ({
    kind,
    account,
    when,
    source,
    place,
    note,
  });

/** What happened, as people saw it, as papers say, as media report. */
export const saw = event('observed');
export const filed = event('official');
export const reported = event('media');
