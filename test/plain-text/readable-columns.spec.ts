import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import '../../src/app.entities.js';
import { projectRoot } from '../../src/kernel/settings/public.js';

/**
 * Columns that take free text and are not sealed, each with the reason. Whoever has a copy of a team database reads them, so
 * docs/security.md names them. A new one fails here first.
 */
const readable: Readonly<Record<string, string>> = {
  'BoundsColumns.asSaid': 'a time in the words it was given in',
  'HeadCount.asSaid': 'a number in the words it was given in',
  'Place.kindWords': 'kinds of places',
  'Place.name': 'places are common to all teams',
  'Place.nameRu': 'places are common to all teams',
  'Place.nameKk': 'places are common to all teams',
  'Place.address': 'places are common to all teams',
  'Incident.kindWords': 'kinds of incidents',
  'Incident.placeWords': 'where something was',
  'Incident.theme': 'what an assembly was about',
  'Detention.kindWords': 'kinds of detentions',
  'Detention.authorityWords': 'kinds of authorities',
  'Detention.outcomeWords': 'kinds of outcomes',
  'CustodyPeriod.placeWords': 'where somebody was held',
  'DetentionEvent.kindWords': 'kinds of events',
  'DetentionEvent.article': 'an article of law',
  'RuleReview.note': 'about a rule of law, not about people',
};

/** Text that is none of people's: sealed, digests, codes, and what is derived. */
const machine: readonly string[] = [
  ...['AuditEntry.leaf', 'SubjectKey.wrapped', 'FileKey.wrapped', 'RecordVersion.plain', 'Staff.passwordHash', 'Staff.duressHash', 'AuditCheckpoint.note', 'AuditHead.frontier', 'StoredRulePack.content', 'ClockStates.states'],
];

describe('a column that takes text', () => {
  const texts = getMetadataArgsStorage()
    .columns.filter(({ options, propertyName }) => options.type === 'text' && !/^sealed/.test(propertyName))
    .map(({ target, propertyName }) => `${(target as { name: string }).name}.${propertyName}`);

  it('is sealed, or is in the list of those that are not, with its reason', () => {
    expect(texts.filter((column) => !(column in readable) && !machine.includes(column))).toEqual([]);
    expect(Object.keys(readable).filter((column) => !texts.includes(column))).toEqual([]);
  });

  it('that is not sealed is named in the notes on security', () => {
    const notes = readFileSync(join(projectRoot(), 'docs/security.md'), 'utf8');
    expect(notes).toContain('**What stays readable.**');
  });
});
