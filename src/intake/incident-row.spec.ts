import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../kernel/time/public.js';
import { incidentDraft, type IncidentDraft } from './incident-row.js';
import { readMapping } from './mapping.js';
import { readSheet } from './read-sheet.js';
import { RowRemarks } from './remarks.js';
import { RowCells } from './row-cells.js';

const mapping = readMapping(
  JSON.stringify({
    title: 'A list',
    what: 'incidents',
    system: 'list',
    source: { label: 'The list' },
    columns: {
      externalId: 'no',
      title: 'what',
      start: 'day',
      regionCode: 'region',
      kind: 'kind',
      facilities: 'stations',
      headCount: 'count',
      links: 'links',
      permission: { column: 'agreed', values: { '-': 'not_agreed' } },
    },
    yearColumn: 'year',
    expected: ['place'],
  }),
);

async function rowOf(cells: Record<string, string>): Promise<{ draft: IncidentDraft; told: string[] }> {
  const all = { no: '1', what: 'Rally', day: '2017-01-04', year: '2017', region: 'Москва', kind: 'митинг', place: 'square', count: '9', ...cells };
  const row = { stations: '', links: '', agreed: '', ...all };
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const sheet = await readSheet(Buffer.from(`${Object.keys(row).join(',')}\n${Object.values(row).map(quote).join(',')}\n`));
  const remarks = new RowRemarks(2);
  const [first] = sheet.rows;
  if (!first) throw new Error('no row');
  const draft = incidentDraft(new RowCells(sheet, first, mapping, remarks), mapping, '2026-01-01T00:00:00.000Z' as Instant, 'Asia/Almaty');
  return { draft, told: remarks.all.map(({ level, code, column }) => `${level} ${code} ${column}`) };
}

describe('a row of a file as an incident', () => {
  it('is read without a remark when nothing is odd; the source keeps its own words', async () => {
    const { draft, told } = await rowOf({});
    expect(told).toEqual([]);
    expect(draft.externalId).toBe('list:1');
    expect(draft.input).toMatchObject({ kind: 'assembly', kindWords: 'митинг', regionCode: 'RU-MOW' });
    expect(draft.sourceWords).toEqual({ regionCode: 'Москва' });
    expect(draft.headCount).toEqual({ atLeast: 9, atMost: 9, asSaid: '9' });
  });

  it('holds both readings when year and date contradict each other', async () => {
    const { draft, told } = await rowOf({ year: '2019' });
    expect(told).toEqual(['oddity year_and_date_differ day']);
    expect(draft.input.start).toMatchObject({ earliest: '2017-01-03T21:00:00.000Z', latest: '2019-12-31T20:59:59.999Z', precision: 'between' });
  });

  it('has a title in one line, with its quotation marks once', async () => {
    const { draft } = await rowOf({ what: 'Meeting of\n  a \"\"\"movement\"\"\"' });
    expect(draft.input.title).toBe('Meeting of a "movement"');
  });

  it('names each station once and tells that one stands there twice', async () => {
    const { draft, told } = await rowOf({ stations: 'Strogino, Tverskoy,Strogino,75' });
    expect(draft.facilities).toEqual(['Strogino', 'Tverskoy', '75']);
    expect(told).toEqual(['oddity listed_twice stations', 'oddity name_without_letters stations']);
  });

  it('tells what it cannot map instead of guessing', async () => {
    const { draft, told } = await rowOf({ kind: 'хоровод', region: 'Атлантида', agreed: 'может быть', place: '' });
    expect(told.sort()).toEqual([
      'oddity empty place',
      'oddity region_unknown region',
      'oddity unmapped agreed',
      'oddity unmapped kind',
    ]);
    expect(draft.input).toMatchObject({ kind: 'unmapped', kindWords: 'хоровод', regionCode: null, permission: 'unmapped' });
    expect(draft.sourceWords).toEqual({ regionCode: 'Атлантида', permission: 'может быть' });
  });

  it('keeps out what would be wrong: no id, no title, a day that does not exist, a count that is no number', async () => {
    const { told } = await rowOf({ no: '', what: '', day: '30.02.2017', count: 'dozens' });
    expect(told).toEqual(['error external_id_missing no', 'error title_missing what', 'error date_unreadable day', 'error number_unreadable count']);
  });

  it('wonders at counts that can hardly be', async () => {
    expect((await rowOf({ count: '0' })).told).toEqual(['oddity count_zero count']);
    expect((await rowOf({ count: '50000' })).told).toEqual(['oddity count_very_high count']);
    expect((await rowOf({ count: '1', stations: 'A,B' })).told).toEqual(['oddity count_below_facilities count']);
    expect((await rowOf({ count: '' })).told).toEqual(['oddity count_missing count']);
  });

  it('does not cut an address at a comma of its own', async () => {
    const { draft, told } = await rowOf({ links: 'https://a.example/x,y, https://b.example/z' });
    expect(draft.input.links).toEqual(['https://a.example/x,y', 'https://b.example/z']);
    expect(told).toEqual([]);
  });
});
