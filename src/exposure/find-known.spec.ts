import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
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
    ['in another case', 'Жалоба в защиту Омаровой Айгерим', ['name']],
    ['in a case that adds a consonant', 'Беседа с Омаровой Айгеримом', ['name']],
    ['in a Kazakh case', 'Айгерім Омарованың құқықтары', ['name']],
    ['by an initial', 'Адвокат А. Омаровой обжаловал', ['name']],
    ['by an initial after the surname', 'Омарова А.С. освобождена', ['name']],
    ['by a Latin initial', 'the case of A. Omarova', ['name']],
    ['with a word cut by a soft hyphen', 'Ома\u00adрова Айге\u00adрим', ['name']],
    ['with letters nobody sees between', 'О\u200bма\u2060рова\ufeff Ай\u200dгерим', ['name']],
    ['with a space of no width between', 'Айгерим\u200bОмарова', ['name']],
    ['with a word cut at the end of a line', 'задержана Айге-\nрим Ома-\n  рова', ['name']],
    ['with a word cut by a hyphen', 'Ома-рова Айгерим', ['name']],
    ['with accents taken apart', 'Айге́рим Ома́рова'.normalize('NFD'), ['name']],
    ['with spaces that do not break', 'Айгерим\u00a0\u202fОмарова', ['name']],
    ['with letters that look alike', 'Aйгepим Oмapoвa', ['name']],
    ['in letter-spaced capitals', 'О М А Р О В А Айгерим', ['name']],
    ['run together', 'file AigerimOmarova_2.pdf', ['name']],
    ['with the number of a footnote', 'Омарова¹ Айгерим²', ['name']],
    ['by a telephone number that a figure follows', '8 701 555 01 02 57 человек', ['number']],
    ['by a telephone number with slashes and dashes', '+7/701/555 — 01 — 02', ['number']],
    ['by a telephone number in wide digits', '８７０１５５５０１０２', ['number']],
    ['by the number of a paper in a row of figures', '12 850101450123 34 11', ['number']],
    ['by a number cut by what nobody sees', '85\u00ad0101\u200b450123', ['number']],
    ['by a short number that a figure follows', '034567891 22', ['number']],
  ])('%s', (_, text, found) => {
    expect(by(text)).toEqual(found);
  });

  it.each([
    ['a surname of many', 'Судья Омарова рассмотрела дело'],
    ['a surname of many with another initial', 'Судья Б. Омарова рассмотрела дело'],
    ['other words that end alike', 'Омараева Айгуль, Омарханова Айгерия'],
    ['a given name far from the surname', 'Айгерим была первой. Потом пришли ещё двадцать человек, и среди них Омарова'],
    ['short words that only lack their vowels in common', 'Amra, igor: ami ora umor'],
    ['figures', '57 detained, 41 with a known start; 10.01.2021, article 488'],
  ])('not by %s', (_, text) => {
    expect(by(text)).toEqual([]);
  });

  it.each([
    ['Дмитрий Цой', 'встреча с Дмитрием Цоем'],
    ['Алия Ким', 'задержание Алии Ким'],
    ['Омар Серик', 'Омара Серика отпустили'],
    ['Серік Ахметов', 'Серіктің, Ахметовтың адвокаты'],
    ['Толстой Игорь', 'Игорем Толстым'],
    ['Серик Ахметов', 'с Сериком Ахметовым'],
    ['Жанна Чайковская', 'Ж. Чайковской'],
    ['Жанна Чайковская', 'Zh. Chaikovskaya'],
  ])('%s: %s', (name, text) => {
    expect(by(text, { ...aigerim, names: [name] })).toEqual(['name']);
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

  it.each([
    ['long words parted at ends of lines', '#set page(width: 6cm)\n#set text(lang: "ru", hyphenate: true)\n#set par(justify: true)\nЗадержанная правозащитница Нурмухаммедбекова Гульжаухарайым Абдрахмановна'],
    ['an entry of the outline', '#heading(outlined: true, bookmarked: true)[Нурмухаммедбекова Гульжаухарайым]'],
    ['an attached file', '#pdf.attach("list.txt", bytes("Нурмухаммедбекова Гульжаухарайым"))\n57'],
    ['the description of the document', '#set document(description: "Нурмухаммедбекова Гульжаухарайым")\n57'],
    ['a target of a link', '#link("https://example.org/nurmukhammedbekova-gulzhaukharaiym")[57]'],
  ])('of PDF: in %s', async (_, content) => {
    expect(by(await wordsOfFile(pdf(content), 'pdf'), { ...aigerim, names: ['Нурмухаммедбекова Гульжаухарайым'] })).toEqual(['name']);
  });

  const zipped = (parts: Record<string, string>, comment?: string): Buffer =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), comment === undefined ? {} : { comment }]])) as Zippable));

  it.each([
    ['with a break between the words', 'docx', { 'word/document.xml': '<w:p><w:r><w:t>Омарова</w:t><w:br/><w:t>Айгерим</w:t></w:r></w:p>' }],
    ['in a comment', 'docx', { 'word/comments.xml': '<w:comment><w:p><w:r><w:t>Омарова Айгерим</w:t></w:r></w:p></w:comment>' }],
    ['in its own XML', 'docx', { 'customXml/item1.xml': '<who first="Айгерим" last="Омарова"/>' }],
    ['as an author', 'xlsx', { 'docProps/core.xml': '<dc:creator>&#1040;йгерим Омарова</dc:creator>' }],
    ['as a description in marks of XML', 'docx', { 'word/document.xml': '<wp:docPr descr="&#x410;&#x439;герим&#10;Омарова"/>' }],
    ['in a name of cells', 'xlsx', { 'xl/workbook.xml': '<definedName name="Омарова_Айгерим">Sheet1!A1</definedName>' }],
    ['in a name of a sheet, in marks of Excel', 'xlsx', { 'xl/workbook.xml': '<sheet name="Омарова_x0020_Айгерим"/>' }],
    ['in two cells', 'xlsx', { 'xl/sharedStrings.xml': '<si><t>Омарова</t></si><si><t>Айгерим</t></si>' }],
    ['after a tabulator', 'ods', { 'content.xml': '<text:p>Омарова<text:tab/>Айгерим</text:p>' }],
    ['in its metadata', 'ods', { 'meta.xml': '<meta:user-defined meta:name="by">Омарова Айгерим</meta:user-defined>' }],
    ['in the name of a part', 'ods', { 'Pictures/Омарова Айгерим.txt': '' }],
  ] as const)('of an office file: %s', async (_, format, parts) => {
    expect(by(await wordsOfFile(zipped(parts), format))).toEqual(['name']);
  });

  it('of an office file: in a comment of the package', async () => {
    expect(by(await wordsOfFile(zipped({ 'content.xml': '57' }, 'Омарова Айгерим'), 'ods'))).toEqual(['name']);
    expect(by(await wordsOfFile(Buffer.concat([zipped({ 'content.xml': '57' }), Buffer.from(' Омарова Айгерим')]), 'ods'))).toEqual(['name']);
  });

  it('of a picture: in any of its chunks', async () => {
    const chunk = (kind: string, data: Buffer): Buffer => ((length) => (length.writeUInt32BE(data.length), Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)])))(Buffer.alloc(4));
    const png = (kind: string, data: Buffer): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk(kind, data), chunk('IEND', Buffer.alloc(0))]);
    const name = 'Омарова Айгерим';
    for (const picture of [
      png('iTXt', Buffer.from(`Title\0\0\0\0\0${name}`)),
      png('iTXt', Buffer.concat([Buffer.from('Title\0\x01\0\0\0'), deflateSync(Buffer.from(name))])),
      png('zTXt', Buffer.concat([Buffer.from('Title\0\0'), deflateSync(Buffer.from('Omarova Aigerim'))])),
      png('tEXt', Buffer.from('Author\0Omarova Aigerim', 'latin1')),
    ]) {
      expect(by(await wordsOfFile(picture, 'png'))).toEqual(['name']);
      expect(by(await wordsOfFile(Buffer.from(zipSync({ 'word/media/1.png': new Uint8Array(picture) })), 'docx'))).toEqual(['name']);
    }
  });

  it('of a drawing line by line, of JSON with escapes', async () => {
    expect(by(await wordsOfFile(Buffer.from('<svg><text><tspan x="0">Омарова</tspan><tspan x="0">Айгерим</tspan></text></svg>'), 'svg'))).toEqual(['name']);
    expect(by(await wordsOfFile(Buffer.from('<svg><desc><![CDATA[Омарова Айгерим]]></desc></svg>'), 'svg'))).toEqual(['name']);
    expect(by(await wordsOfFile(Buffer.from('{"a":"\\u041eмарова Айгерим"}'), 'json'))).toEqual(['name']);
  });

  it('never of a file that is not what it says', async () => {
    await expect(wordsOfFile(Buffer.from('not a file'), 'pdf')).rejects.toThrow();
    await expect(wordsOfFile(Buffer.from('not a file'), 'xlsx')).rejects.toThrow();
  });
});
