import type { OpenDatabase } from './data-source.js';

/**
 * Brings the schema up to date: each migration and the note that it is done in one transaction, so that one that is cut
 * short leaves nothing behind and is run again. Of several processes at one team database the others wait for the first.
 */
export async function migrate({ writer, dialect }: OpenDatabase): Promise<void> {
  await dialect.alone(writer, async () => {
    await writer.runMigrations({ transaction: 'each' });
  });
}
