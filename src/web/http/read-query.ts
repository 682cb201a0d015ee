import { parse } from 'node:querystring';

/** A query as text by name. A filter form sends its empty fields too; nothing was said in them. */
export const readQuery = (text: string): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(parse(text)).filter((pair): pair is [string, string | string[]] => pair[1] !== undefined && pair[1] !== ''));
