import { describe, expect, it } from '@jest/globals';
import writeXlsx from 'write-excel-file/node';
import { delimiterOf, readSheet } from './read-sheet.js';

/** Russian letters as old office programs write them: А is 0xC0 in Windows-1251. */
const in1251 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => (/[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))));

describe('a file from a spreadsheet', () => {
  it('is read in UTF-8 with and without a mark, and in Windows-1251', async () => {
    for (const bytes of [Buffer.from('\uFEFFгород,число\nМосква,3'), Buffer.from('город,число\nМосква,3'), in1251('город,число\nМосква,3')]) {
      const sheet = await readSheet(bytes);
      expect([sheet.headers, sheet.rows[0]?.cells]).toEqual([['город', 'число'], ['Москва', '3']]);
    }
  });

  it('is refused rather than read as other letters', async () => {
    const koi8 = Buffer.from([0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1, 0x0a, 0xf7, 0xcf]);
    await expect(readSheet(koi8)).rejects.toThrow('import.encoding_unknown');
    await expect(readSheet(Buffer.from([1, 0, 2, 0]))).rejects.toThrow('import.encoding_unknown');
    await expect(readSheet(Buffer.from(''))).rejects.toThrow('import.empty');
  });

  it('may part its cells with a comma, a semicolon or a tab, and quote the other signs', () => {
    expect(delimiterOf('"a, b, c";d;e\n1,2,3')).toBe(';');
    expect(delimiterOf('a\tb\n')).toBe('\t');
    expect(delimiterOf('one column\n')).toBe(',');
  });

  it('keeps row numbers as the spreadsheet shows them, over empty rows and cells with line ends', async () => {
    const { rows } = await readSheet(Buffer.from('id,text\n1,"two\nlines"\n\n2,x\n'));
    expect(rows.map(({ number, cells }) => [number, cells[1]])).toEqual([
      [2, 'two\nlines'],
      [4, 'x'],
    ]);
  });

  it('that is damaged names the line; a heading that stands twice is refused', async () => {
    await expect(readSheet(Buffer.from('a,b\n"open,1\n'))).rejects.toThrow('import.csv_damaged');
    await expect(readSheet(Buffer.from('a,a\n1,2\n'))).rejects.toThrow('import.heading_twice');
    await expect(readSheet(Buffer.from('PK\x03\x04 not really'))).rejects.toThrow('import.xlsx_damaged');
  });

  it('may be an XLSX, whose dates become plain dates', async () => {
    const day = new Date(Date.UTC(2021, 0, 10));
    const stream = writeXlsx([
      [{ value: 'id' }, { value: 'day' }],
      [{ value: 7, type: Number }, { value: day, type: Date, format: 'yyyy-mm-dd' }],
    ]);
    const sheet = await readSheet(await stream.toBuffer());
    expect([sheet.format, sheet.headers, sheet.rows[0]?.cells]).toEqual(['xlsx', ['id', 'day'], ['7', '2021-01-10']]);
  });
});
