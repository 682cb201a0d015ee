import { Problem } from '../kernel/errors/public.js';

const MOST = 300 * 1024 * 1024;
const ENTRY = 0x02014b50;

/**
 * Adds up what a zip archive says its parts unpack to, before any of it is unpacked: a small file may hold gigabytes.
 * Reads the central directory (APPNOTE.TXT 4.3.12).
 * @throws Problem `import.xlsx_damaged` (422).
 */
export function checkUnpackedSize(bytes: Buffer): void {
  let total = 0;
  let entries = 0;
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) continue;
    total += bytes.readUInt32LE(at + 24);
    entries += 1;
  }
  if (entries === 0 || entries > 10_000 || total > MOST) throw new Problem('import.xlsx_damaged', { status: 422 });
}
