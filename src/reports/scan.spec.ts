import { describe, expect, it } from '@jest/globals';
import type { Question } from './count-groups.js';
import type { Dimension } from './dimension.js';
import { groupedBy, type Scan } from './scan.js';
import type { Scope } from './scope.js';
import type { Subject } from './subject.js';

const scope = {} as Scope;
const dimension = (id: string): Dimension => ({ id, keys: () => [id] }) as unknown as Dimension;

/** One record, read for a table of three dimensions, each with so many different texts. */
function read(different: number): { scan: Scan; question: Question } {
  const dimensions = ['a', 'b', 'c'].map(dimension);
  const subject = { sure: () => 'TRUE' } as unknown as Subject;
  const texts = ['here', ...Array.from({ length: different - 1 }, () => 'elsewhere')];
  const column = { width: 1, codes: new Int32Array(1), texts, known: new Map<string, number>() };
  const shape = { subject, parts: dimensions.map((of) => ({ of, keys: [of.id] })), numbers: [], conditions: ['TRUE'] };
  const weights = { width: 1, codes: new Int32Array(1), texts: ['1'], known: new Map<string, number>() };
  return { scan: { shape, records: 1, columns: [column, column, column], weights }, question: { subject, dimensions, measures: [] } as unknown as Question };
}

describe('records that were read once for several tables', () => {
  it('are grouped by their texts', () => {
    const { scan, question } = read(2);
    expect(groupedBy(scan, question, scope)).toMatchObject([{ raw: ['here', 'here', 'here'], sure: true, records: 1 }]);
  });

  it('are left to the database when there are more combinations than numbers tell apart', () => {
    const { scan, question } = read(200_000);
    expect(groupedBy(scan, question, scope)).toBeNull();
  });
});
