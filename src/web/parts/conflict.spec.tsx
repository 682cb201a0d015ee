import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { Conflict, History, type ConflictField } from './public.js';

const shown = (...fields: ConflictField[]): string => renderToString(<Conflict action="/detentions/1" version={4} fields={fields} cancelHref="/detentions/1" />);
const field = (base: string | null, theirs: string, yours: string): ConflictField => ({ name: 'ground', label: 'Stated ground', base, theirs, yours });
const radios = (html: string): string[] => html.match(/<input type="radio"[^>]*>/g) ?? [];

describe('two people saving the same record', () => {
  it('sends the choice as an ordinary edit of the version saved meanwhile', () => {
    const html = shown(field('a', 'b', 'c'));
    expect(html).toContain('name="_version" value="4"');
    expect(radios(html).map((radio) => /name="(\w+)" value="(\w+)"/.exec(radio)?.slice(1))).toEqual([
      ['ground', 'c'],
      ['ground', 'b'],
    ]);
  });

  it('decides nothing where both changed the same field', () => {
    expect(radios(shown(field('a', 'b', 'c'))).some((radio) => radio.includes('checked'))).toBe(false);
    expect(radios(shown(field(null, 'b', 'c'))).some((radio) => radio.includes('checked'))).toBe(false);
  });

  it('proposes the one change where only one of them changed it', () => {
    expect(radios(shown(field('a', 'a', 'c')))[0]).toContain('checked');
    expect(radios(shown(field('a', 'b', 'a')))[1]).toContain('checked');
  });

  it('carries along what does not differ, line ends of browsers included', () => {
    const html = shown(field('one', 'one\ntwo', 'one\r\ntwo'));
    expect(radios(html)).toEqual([]);
    expect(html).toContain('type="hidden" name="ground"');
  });

  it('offers to keep both of two statements', () => {
    expect(shown({ ...field('', 'theirs', 'yours'), long: true })).toContain('value="theirs\n\nyours"');
  });
});

describe('the history of a record', () => {
  it('says who changed what and why, and says hidden where the reader may not look', () => {
    const html = renderToString(
      <History
        versions={[
          {
            version: 2,
            at: '13 Jan 2021, 10:02',
            by: 'a.caseworker',
            because: 'The lawyer called',
            changes: [
              { label: 'Ground', before: 'not given', after: 'given' },
              { label: 'Health', before: 'secret', after: 'secret too', withheld: 'health' },
            ],
          },
        ]}
      />,
    );
    expect(html).toContain('The lawyer called');
    expect(html).toContain('<del>not </del>');
    expect(html).toContain('hidden: health');
    expect(html).not.toContain('secret');
  });
});
