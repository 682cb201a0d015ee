import { describe, expect, it } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import writeExcel from 'write-excel-file/node';
import { SearchedText, type KnownPerson } from './find-known.js';
import { wordsOfFile } from './words-of-file.js';

const aigerim: KnownPerson = {
  ...{ kind: 'individual', id: 'aigerim' },
  names: ['Әйгерім Серікқызы Омарова', 'Айгерим Омарова'],
  guarded: true,
  marks: ['+7 701 555 01 02', 'ID 034567891, ИИН 850101450123', 'aigerim@example.org'],
};

const by = (text: string, who: KnownPerson = aigerim): string[] => new SearchedText(text).find(who).map((one) => one.by);

describe('somebody is found in a text', () => {
  it.each([
    ['in the script they are known in', 'Задержана Айгерим Омарова на площади', ['name']],
    ['in another script and the other order', 'Among them: OMAROVA, Aigerim (34)', ['name']],
    ['in Kazakh letters', 'Әйгерім Омарова босатылды', ['name']],
    ['by a telephone number without its country', 'Звонить 8 (701) 555-01-02', ['number']],
    ['by a telephone number run together', 'tel:77015550102', ['number']],
    ['by the number of a paper', 'ИИН 850101 450123', ['number']],
    ['by an address of mail', 'write to AIGERIM@example.org', ['address']],
  ])('%s', (_, text, found) => {
    expect(by(text)).toEqual(found);
  });

  it.each([
    ['a surname of many', 'Судья Омарова рассмотрела дело'],
    ['a given name far from the surname', 'Айгерим была первой. Потом пришли ещё двадцать человек, и среди них Омарова'],
    ['short words that only lack their vowels in common', 'Amra, igor: ami ora umor'],
    ['figures', '57 detained, 41 with a known start; 10.01.2021, article 488'],
  ])('not by %s', (_, text) => {
    expect(by(text)).toEqual([]);
  });

  it('wherever the name stands among other words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zа-я]{2,9}$/), { maxLength: 40 });
    fc.assert(fc.property(words, words, (before, after) => by([...before, 'Омарова', 'Айгерим', ...after].join(' ')).includes('name')));
  });
});

describe('somebody is found in a file', () => {
  const compiler = NodeCompiler.create();
  const pdf = (content: string): Buffer => {
    const { result } = compiler.compile({ mainFileContent: content });
    if (!result) throw new Error('the example does not compile');
    return compiler.pdf(result);
  };

  it.each(['Омарова Айгерим', '#table(columns: 2)[Омарова][Айгерим]', '#set document(title: "Омарова Айгерим")\nshort', '#figure(rect(), alt: "Омарова Айгерим")'])(
    'of PDF: %s',
    async (content) => {
      expect(by(await wordsOfFile(pdf(content), 'pdf'))).toEqual(['name']);
    },
  );

  it('of PDF: not where nobody is named', async () => {
    expect(by(await wordsOfFile(pdf('57 detained'), 'pdf'))).toEqual([]);
  });

  it('of Word: in the text though the name is cut into runs, and as its author', async () => {
    const made = (text: TextRun[], creator: string): Promise<Buffer> => Packer.toBuffer(new Document({ creator, sections: [{ children: [new Paragraph({ children: text })] }] }));
    expect(by(await wordsOfFile(await made([new TextRun('Ома'), new TextRun({ text: 'рова', bold: true }), new TextRun(' Айгерим')], 'Habeas'), 'docx'))).toEqual(['name']);
    expect(by(await wordsOfFile(await made([new TextRun('57')], 'Айгерим Омарова'), 'docx'))).toEqual(['name']);
    expect(by(await wordsOfFile(await made([new TextRun('57')], 'Habeas'), 'docx'))).toEqual([]);
  });

  it('of Excel: in a cell', async () => {
    const file = await writeExcel([[{ value: 'Омарова Айгерим' }, { value: 57 }]]).toBuffer();
    expect(by(await wordsOfFile(file, 'xlsx'))).toEqual(['name']);
  });

  it('of a drawing and a table of text', async () => {
    expect(by(await wordsOfFile(Buffer.from('<svg><title>&#1054;марова Айгерим</title></svg>'), 'svg'))).toEqual(['name']);
    expect(by(await wordsOfFile(Buffer.from('region,detained\r\n"Омарова, Айгерим",1\r\n'), 'csv'))).toEqual(['name']);
  });

  it('never of a file that is not what it says', async () => {
    await expect(wordsOfFile(Buffer.from('not a file'), 'pdf')).rejects.toThrow();
    await expect(wordsOfFile(Buffer.from('not a file'), 'xlsx')).rejects.toThrow();
  });
});
