import { describe, expect, it } from '@jest/globals';
import { all, danglingIn, faultsOf, open, untypedIn } from '../../test/support/office-parts.js';
import { writeOds } from './ods.js';
import { sheetName, type Sheet } from './workbook.js';
import { writeXlsx } from './xlsx.js';

/** What a cell may hold that could make a file no program opens, or that it computes. */
const sheets: Sheet[] = [
  { name: sheetName('О файле: [всё] / что & где', 1), widths: [28, 90], heads: 0, rows: [[{ value: 'Отчёт', bold: true, span: 2 }], [], [{ value: 'Когда' }, { value: '2021-01-10T14:30', kind: 'minute' }]] },
  {
    ...{ name: sheetName('"Кольцо" <на площади> & дальше, куда глаза глядят', 2), widths: [42, 14, 12], heads: 1 },
    rows: [
      [{ value: 'Месяц', bold: true }, { value: 'Человек', bold: true, wrap: true }, { value: 'не менее' }],
      [{ value: '2021-01', kind: 'month' }, { value: 29, right: true }, null],
      [{ value: '2021-01-10', kind: 'day' }, { value: '12–29', right: true }, { value: 0.25 }],
      ...['=1+1', '+7 701 555', '-2', '@SUM(A1)', "'quoted", '\u0007bell \ud800 half', '<f>1</f>&amp;', 'two\nlines', ''].map((value) => [{ value, wrap: true }, { value: -3 }, null]),
      [{ value: 'Посчитано по 29 записям. '.repeat(8), span: 3, wrap: true }],
    ],
  },
];

describe('a workbook', () => {
  it('for Excel holds every part it speaks of, and each with its type', async () => {
    const parts = open(await writeXlsx(sheets));
    expect(Object.entries(parts).flatMap(([path, xml]) => faultsOf(xml).map((fault) => `${path}: ${fault}`))).toEqual([]);
    expect([untypedIn(parts), danglingIn(parts)]).toEqual([[], []]);
    expect(parts['docProps/core.xml'] ?? '').not.toMatch(/creator>[^<]/);
  });

  it('for Excel has cells in order, of known styles and types, and none that computes', async () => {
    const parts = open(await writeXlsx(sheets));
    const styles = all(/<cellXfs.*?<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[0] ?? '', /(<xf )/g).length;
    const strings = all(parts['xl/sharedStrings.xml'] ?? '', /(<si>)/g).length;
    const names = all(parts['xl/workbook.xml'] ?? '', /<sheet [^>]*name="([^"]*)"/g);
    expect([names.length, new Set(names).size]).toEqual([2, 2]);
    // One list of names, none empty, after the sheets: ECMA-376, part 1, 18.2.27.
    expect(all(parts['xl/workbook.xml'] ?? '', /(<definedNames[ >/][\s\S]*?<calcPr)/g).map((list) => list.match(/<definedNames/g)?.length)).toEqual([1]);
    expect(all(parts['xl/workbook.xml'] ?? '', /<definedName [^>]*localSheetId="(\d)">[^<]*!\$1:\$1</g)).toEqual(['1']);
    expect(parts['xl/workbook.xml']).not.toContain('<definedNames/>');
    for (const xml of [1, 2].map((one) => parts[`xl/worksheets/sheet${one}.xml`] ?? '')) {
      expect(xml).not.toMatch(/<f[ >/]/);
      expect(all(xml, / t="(\w+)"/g).filter((type) => type !== 's' && type !== 'n')).toEqual([]);
      expect(all(xml, /<c [^>]*s="(\d+)"/g).filter((style) => Number(style) >= styles)).toEqual([]);
      expect(all(xml, /t="s"[^>]*><v>(\d+)</g).filter((place) => Number(place) >= strings)).toEqual([]);
      for (const row of all(xml, /<row ([\s\S]*?)<\/row>/g)) {
        const columns = all(row, /<c r="([A-Z]+)\d+"/g);
        expect(columns).toEqual([...columns].sort());
      }
      const order = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'mergeCells', 'pageSetup'].map((name) => xml.indexOf(`<${name}`)).filter((at) => at >= 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('for OpenDocument says what it is in its first bytes, lists its parts, and never computes', () => {
    const bytes = writeOds(sheets);
    // Name, how it is packed, length of what comes beside it: ODF 1.3, part 2, 3.3.
    expect([bytes.subarray(30, 38).toString(), bytes.readUInt16LE(8), bytes.readUInt16LE(28)]).toEqual(['mimetype', 0, 0]);
    expect(bytes.subarray(38).toString('latin1').startsWith('application/vnd.oasis.opendocument.spreadsheet')).toBe(true);
    const parts = open(bytes);
    const listed = all(parts['META-INF/manifest.xml'] ?? '', /full-path="([^"]+)"/g);
    expect(listed.sort()).toEqual(['/', ...Object.keys(parts).filter((path) => path !== 'mimetype' && !path.startsWith('META-INF/'))].sort());
    const content = parts['content.xml'] ?? '';
    expect([faultsOf(content), faultsOf(parts['META-INF/manifest.xml'] ?? '')]).toEqual([[], []]);
    expect(content).not.toContain('table:formula');
    // What a program shows that does not reckon with styles.
    for (const said of ['10.01.2021 14:30', '10.01.2021', '01.2021']) expect(content).toContain(`<text:p>${said}</text:p>`);
    expect(new Set(all(content, /office:value-type="(\w+)"/g))).toEqual(new Set(['string', 'float', 'date']));
    const known = new Set(all(content, /style:name="([^"]+)"/g));
    expect(all(content, /table:style-name="([^"]+)"/g).filter((name) => !known.has(name))).toEqual([]);
    for (const [n, table] of all(content, /<table:table ([\s\S]*?)<\/table:table>/g).entries()) {
      const most = sheets[n]?.widths.length ?? 0;
      for (const row of all(table, /<table:table-row([\s\S]*?)<\/table:table-row>/g)) expect(all(row, /(<table:(?:covered-)?table-cell)/g).length).toBeLessThanOrEqual(most);
    }
  });
});
