import { Problem } from '../kernel/errors/public.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251';

/**
 * The text of a file from a spreadsheet: UTF-8, UTF-16 with a mark, or Windows-1251, which old office programs write.
 * @throws Problem `import.encoding_unknown` (422): guessing would turn names into other names.
 */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes.includes(0)) throw unknown();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = new TextDecoder('windows-1251').decode(bytes);
    if (!looksRussian(text)) throw unknown();
    return { text, encoding: 'windows-1251' };
  }
}

/** In Russian read by the wrong table, capitals outnumber small letters (KOI8-R) or letters are rare (Western tables). */
function looksRussian(text: string): boolean {
  const small = text.match(/[а-яё]/g)?.length ?? 0;
  const capital = text.match(/[А-ЯЁ]/g)?.length ?? 0;
  const strange = text.match(/[^\x00-\x7fа-яёА-ЯЁ«»„“”’‘–—…№°§©®\u00a0•]/g)?.length ?? 0;
  return small >= capital && small + capital > strange * 4;
}

const unknown = (): Problem => new Problem('import.encoding_unknown', { status: 422 });
