import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/kernel/settings/public.js';
import { openInstance, type OpenInstance } from '../../src/launch/public.js';
import { Terminal } from '../launch/command-line.js';

/** What an acknowledgement rests on: that a commit waits for the disk. scripts/fsyncs.mjs counts the waits themselves, where strace is. */
describe('the connection that writes', () => {
  let terminal: Terminal;
  let instance: OpenInstance;
  beforeAll(async () => {
    terminal = new Terminal();
    instance = await openInstance(readSettings({ HABEAS_DATA_DIR: terminal.at('data'), HABEAS_KEY_FILE: terminal.at('own.key') }));
  });
  afterAll(async () => {
    await instance.close();
    terminal.leave();
  });

  const pragma = async (name: string): Promise<unknown> => {
    const [row] = (await instance.ground.database.writer.query(`PRAGMA ${name}`)) as Record<string, unknown>[];
    return Object.values(row ?? {})[0];
  };

  it.each([
    ['waits for the disk at every commit (2: FULL)', 'synchronous', 2],
    ['writes ahead, so that a commit cut short leaves the one before whole', 'journal_mode', 'wal'],
    ['keeps rows from pointing nowhere, also after migrations', 'foreign_keys', 1],
    ['overwrites what is deleted', 'secure_delete', 1],
    ['keeps what it sorts in memory, not in a file (2: MEMORY)', 'temp_store', 2],
  ])('%s', async (_, name, value) => {
    expect(await pragma(name)).toBe(value);
  });
});
