const MARK = 'habeas-key-1:';

/** The one line of a key file, which may also stand in HABEAS_KEY. */
export const keyText = (key: Buffer): string => MARK + key.toString('base64');

/** The key of that line; null when it is none. */
export function keyOfText(text: string): Buffer | null {
  const line = text.trim();
  const key = line.startsWith(MARK) ? Buffer.from(line.slice(MARK.length), 'base64') : Buffer.alloc(0);
  return key.length === 32 ? key : null;
}
