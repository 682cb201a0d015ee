import { describe, expect, it } from '@jest/globals';
import { Problem } from '../kernel/errors/public.js';
import { readMapping } from './mapping.js';
import { shippedMappings } from './shipped-mappings.js';

const good = {
  title: 'A list',
  what: 'incidents',
  system: 'list',
  source: { label: 'The list' },
  columns: { externalId: 'no', title: 'what', start: { column: 'day', format: 'DD.MM.YYYY' } },
};

function faultsOf(change: object): string[] {
  try {
    readMapping(JSON.stringify({ ...good, ...change }));
    return [];
  } catch (error) {
    return error instanceof Problem ? (error.detail.fields ?? []).map(({ field, code }) => `${field} ${code}`) : [String(error)];
  }
}

describe('a mapping file', () => {
  it('is refused with every fault and where it stands, so that it can be mended in one go', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ what: 'cats', system: 'Ü', colums: {} })).toEqual([
      'colums mapping.unknown_member',
      'what mapping.what',
      'system mapping.system',
    ]);
    expect(faultsOf({ columns: { externalId: 'no', title: 'what', kind: { column: 'k', values: { митинг: 'party' } } } })).toEqual([
      'columns.kind.values.митинг mapping.code',
    ]);
    expect(faultsOf({ columns: { title: 'what', start: { column: 'day', format: 'soon' }, colour: 'c' } })).toEqual([
      'columns.start.format mapping.format',
      'columns.colour mapping.no_such_field',
      'columns.externalId mapping.needed',
    ]);
    expect(faultsOf({ constants: { regionCode: 'Mars' } })).toEqual(['constants.regionCode mapping.code']);
    expect(faultsOf({ zone: 'Mars/Base' })).toEqual(['zone mapping.zone']);
  });

  it('that is no JSON is said to be none', () => {
    expect(() => readMapping('title: list')).toThrow('import.mapping_refused');
  });

  it('ships with the product in a state that is accepted', () => {
    expect(shippedMappings().map(({ name }) => name)).toContain('ovd-info-2017-2019');
  });
});
