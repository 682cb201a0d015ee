import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { DataTable, FilterBar, hrefWith, Pager, SelectField, Shown } from './public.js';

describe('a list', () => {
  it('keeps filters and sorting in its links', () => {
    expect(hrefWith('/detentions', { status: 'released', cursor: 'x', from: '' }, { cursor: null })).toBe('/detentions?status=released');
    const html = renderToString(<Pager path="/detentions" query={{ status: 'released' }} next="n" previous={null} />);
    expect(html).toContain('href="/detentions?status=released&amp;cursor=n"');
    expect(html).not.toContain('rel="prev"');
    expect(renderToString(<Pager path="/detentions" next={null} previous={null} />)).toBe('');
  });

  it('says how many filters hold back rows, and offers to lift them', () => {
    const html = renderToString(
      <FilterBar path="/detentions" query={{ status: 'released', sort: 'reference' }}>
        <SelectField name="status" label="Status" options={[{ value: 'released', label: 'released' }]} />
      </FilterBar>,
    );
    expect(html).toContain('1 filter applied');
    expect(html).toMatch(/<option[^>]*(?:selected[^>]*value="released"|value="released"[^>]*selected)/);
    expect(html).toContain('type="hidden" name="sort" value="reference"');
  });

  it('stays a table for those who hear it when a phone lays its rows out as blocks', () => {
    const html = renderToString(<DataTable caption="Detentions" columns={[{ key: 'a', head: 'Who', cell: String }, { key: 'b', head: 'When', cell: String }]} rows={['x']} rowKey={String} />);
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) expect(html).toContain(`role="${role}"`);
    expect(html).toContain('data-head="When"');
  });

  it('says that there is nothing rather than showing an empty table', () => {
    expect(renderToString(<DataTable caption="" columns={[]} rows={[]} rowKey={String} />)).toContain('Nothing here yet.');
  });
});

describe('a value', () => {
  it('that the viewer may not read is said to be hidden; one that nobody knows is said to be unknown', () => {
    expect(renderToString(<Shown value={{ withheld: 'health' }} />)).toContain('hidden: health');
    expect(renderToString(<Shown value={null} />)).toContain('not known');
    expect(renderToString(<Shown value="Гүлнар" />)).toBe('<bdi>Гүлнар</bdi>');
  });
});
