import { describe, expect, it } from '@jest/globals';
import { all, danglingIn, faultsOf, open, untypedIn } from '../../test/support/office-parts.js';
import { readInstant, type Instant } from '../kernel/time/public.js';
import { writeDocx } from './docx.js';
import type { Paper } from './paper.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40"><rect width="50" height="20"/></svg>';
const table = (rows: number): Paper['sections'][number]['table'] => ({
  columns: [{ head: 'Событие', share: 2.6 }, { head: 'Людей', share: 1, figures: true }],
  rows: Array.from({ length: rows }, (_, n) => [[`Кольцо <${n}> & "дальше"`, 'ещё строка'], [String(n)]]),
});
const section = { lead: null, bar: null, empty: null };
const paper: Paper = {
  ...{ language: 'ru', title: 'Отчёт за день', reference: '10 января 2021 года', madeAt: readInstant('2021-01-20T06:00:00.000Z') as Instant },
  ...{ foot: ['Отчёт за день', 'в границах'], pageOf: 'стр. {page} из {pages}', facts: [[['Период'], ['10 января 2021 года']]] },
  sections: [
    { ...section, heading: 'По событиям', picture: { svg, spoken: 'По событиям: людей' }, table: table(3), note: 'Записей: 3.' },
    { ...section, heading: 'Ещё раз', picture: { svg, spoken: 'Ещё раз' }, table: table(40) },
    { ...section, heading: 'Ничего', table: null, empty: 'Ничего не записано.' },
  ],
};

/** Children in the order that ECMA-376, part 1, asks for (17.3.1.26, 17.3.2.28, 17.4.59, 17.4.69, 17.6.17); others of these are not written. */
const order: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:widowControl', 'w:numPr', 'w:pBdr', 'w:shd', 'w:tabs', 'w:bidi', 'w:spacing', 'w:ind', 'w:contextualSpacing', 'w:jc', 'w:outlineLvl', 'w:rPr', 'w:sectPr'],
  'w:rPr': ['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:strike', 'w:noProof', 'w:vanish', 'w:color', 'w:spacing', 'w:sz', 'w:szCs', 'w:highlight', 'w:u', 'w:shd', 'w:vertAlign', 'w:rtl', 'w:lang'],
  'w:tblPr': ['w:tblStyle', 'w:tblW', 'w:jc', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook', 'w:tblCaption', 'w:tblDescription'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:textDirection', 'w:vAlign'],
};

/** Names of the elements right within the first of this name at each place. */
function childrenOf(xml: string, name: string): string[][] {
  return all(xml, new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g')).map((inner) => {
    let depth = 0;
    return [...inner.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)].flatMap(([, end, child = '', alone]) => {
      if (end) depth -= 1;
      const direct = !end && depth === 0;
      if (!end && !alone) depth += 1;
      return direct ? [child] : [];
    });
  });
}

describe('a document for Word', () => {
  it('holds every part it speaks of, in the order the format asks for, and opens with its pictures described', async () => {
    const parts = open(await writeDocx(paper));
    const xml = parts['word/document.xml'] ?? '';
    expect([faultsOf(xml), untypedIn(parts), danglingIn(parts)]).toEqual([[], [], []]);
    for (const [name, known] of Object.entries(order)) {
      const places = childrenOf(xml, name).map((children) => children.map((child) => known.indexOf(child)));
      expect([name, places.length > 0, places.filter((at) => at.includes(-1) || at.some((place, n) => place < (at[n - 1] ?? 0)))]).toEqual([name, true, []]);
    }
    const styles = new Set(all(parts['word/styles.xml'] ?? '', /w:styleId="([^"]+)"/g));
    expect(all(xml, /<w:(?:p|r|tbl)Style w:val="([^"]+)"/g).filter((style) => !styles.has(style))).toEqual([]);
    const related = new Set(all(parts['word/_rels/document.xml.rels'] ?? '', / Id="([^"]+)"/g));
    expect(all(xml, / r:(?:id|embed)="([^"]+)"/g).filter((id) => !related.has(id))).toEqual([]);
    const drawn = all(xml, /<wp:docPr ([^>]*)>/g);
    expect([drawn.length, new Set(drawn.map((one) => / ?id="(\d+)"/.exec(one)?.[1])).size, drawn.filter((one) => !/descr="[^"]+"/.test(one))]).toEqual([2, 2, []]);
  });

  it('has tables of as many cells as columns, each ending in a paragraph, with heads that repeat', async () => {
    const xml = open(await writeDocx(paper))['word/document.xml'] ?? '';
    const tables = all(xml, /<w:tbl>([\s\S]*?)<\/w:tbl>/g);
    expect(tables.length).toBe(3);
    for (const one of tables) {
      const columns = all(one, /(<w:gridCol )/g).length;
      for (const row of all(one, /<w:tr(?: [^>]*)?>([\s\S]*?)<\/w:tr>/g)) expect(all(row, /(<w:tc>)/g).length).toBe(columns);
      expect(all(one, /([\s\S]{6})<\/w:tc>/g).filter((end) => !end.endsWith('</w:p>'))).toEqual([]);
    }
    expect(tables.map((one) => one.includes('<w:tblHeader'))).toEqual([false, true, true]);
  });
});
