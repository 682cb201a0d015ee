import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/kernel/settings/public.js';
import { exitCodes, LaunchRefused, openInstance } from '../../src/launch/public.js';
import { Terminal } from '../launch/command-line.js';
import { RealInstance } from '../support/real-instance.js';

const FLIPS = 30;

/** What became of an opening: the sentence and code of a refusal, or one word for all that is in the database. */
type Outcome = { readonly refused: string; readonly code: number } | { readonly content: string };

/**
 * A disk that lies, a copy of half a folder, files put together from two days: a start refuses with one sentence, or holds
 * everything that was acknowledged. Never something in between, and never something empty.
 */
describe('files that are not what was written', () => {
  let terminal: Terminal;
  let instance: RealInstance;
  /** Ended in order; killed amid work; killed again later, so that much has been carried over in between. */
  const content = { whole: '', killed: '', later: '' };
  const at = (name: string): string => terminal.at(name);

  const work = async (people: number, end: NodeJS.Signals): Promise<void> => {
    const running = instance.serve();
    const aigerim = instance.client('aigerim', await running.address());
    for (let n = 0; n < people; n += 1) {
      const made = await aigerim.post('/api/v1/individuals', { names: [{ text: `Сапаров ${n}`, kind: 'full' }], notes: 'взят у площади '.repeat(n) });
      expect(made.status).toBe(201);
    }
    await running.end(end);
  };
  const open = async (folder: string): Promise<Outcome> => {
    try {
      const opened = await openInstance(readSettings({ ...instance.env, HABEAS_DATA_DIR: folder }), { onlyExisting: true });
      const { reader } = opened.ground.database;
      const tables = (await reader.query(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)) as { name: string }[];
      const hash = createHash('sha256');
      for (const { name } of tables) hash.update(JSON.stringify(await reader.query(`SELECT * FROM "${name}" ORDER BY rowid`)));
      await opened.close();
      return { content: hash.digest('hex') };
    } catch (error) {
      if (!(error instanceof LaunchRefused)) throw error;
      return { refused: error.message, code: error.exitCode };
    }
  };
  const contentOf = async (folder: string): Promise<string> => {
    const outcome = await open(folder);
    return 'content' in outcome ? outcome.content : `refused: ${outcome.refused}`;
  };
  /** A folder of the test's own that begins as one of the three. */
  const like = (name: keyof typeof content): string => {
    const folder = at(`like-${name}`);
    rmSync(folder, { recursive: true, force: true });
    cpSync(at(name), folder, { recursive: true });
    return folder;
  };

  beforeAll(async () => {
    terminal = new Terminal();
    instance = await RealInstance.prepare(terminal, ['aigerim']);
    await work(12, 'SIGINT');
    cpSync(instance.folder, at('whole'), { recursive: true });
    await work(25, 'SIGKILL');
    cpSync(instance.folder, at('killed'), { recursive: true });
    await work(25, 'SIGKILL');
    cpSync(instance.folder, at('later'), { recursive: true });
    for (const name of Object.keys(content) as (keyof typeof content)[]) content[name] = await contentOf(like(name));
    expect(new Set(Object.values(content)).size).toBe(3);
    expect(existsSync(join(at('killed'), 'habeas.db-wal'))).toBe(true);
  });
  afterAll(() => terminal.leave());

  /** Bytes at places that are always the same, spread over all of the file. */
  const flip = (file: string, n: number): void => {
    const bytes = readFileSync(file);
    const place = createHash('sha256').update(`flip ${n}`).digest().readUInt32BE(0) % bytes.length;
    for (let k = 0; k < 1 + (n % 40); k += 1) bytes[(place + k) % bytes.length]! ^= 1 + (n % 255);
    writeFileSync(file, bytes);
  };

  it('bytes changed anywhere in the database are found, or were in no use', async () => {
    let refused = 0;
    for (let n = 0; n < FLIPS; n += 1) {
      const folder = like('whole');
      flip(join(folder, 'habeas.db'), n);
      const outcome = await open(folder);
      if ('content' in outcome) expect([n, outcome.content]).toEqual([n, content.whole]);
      else expect([n, outcome]).toEqual([n, { refused: expect.stringMatching(/damaged/), code: exitCodes.database }]);
      refused += 'refused' in outcome ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(FLIPS / 2);
  });

  it('bytes changed in what was written ahead never make a start forget what was acknowledged', async () => {
    const last = readFileSync(join(at('killed'), 'habeas.db-wal')).length;
    for (let n = 0; n < FLIPS; n += 1) {
      const folder = like('killed');
      flip(join(folder, 'habeas.db-wal'), n);
      const place = createHash('sha256').update(`flip ${n}`).digest().readUInt32BE(0) % last;
      const untouched = readFileSync(join(folder, 'habeas.db'));
      const outcome = await open(folder);
      // The very last commit of a power cut may be torn: nobody was told of it.
      if ('content' in outcome) expect([n, outcome.content === content.killed || place > last * 0.9]).toEqual([n, true]);
      else expect([n, outcome.code, readFileSync(join(folder, 'habeas.db')).equals(untouched)]).toEqual([n, exitCodes.database, true]);
    }
  });

  it('a torn last commit, of which nobody was told, is left out and nothing else', async () => {
    const folder = like('killed');
    const file = join(folder, 'habeas.db-wal');
    truncateSync(file, readFileSync(file).length - 1000);
    expect(await open(folder)).toHaveProperty('content');
  });

  interface Mixed {
    readonly what: string;
    readonly like: keyof typeof content;
    readonly make: (folder: string) => void;
    readonly says: RegExp;
  }
  const mixed: readonly Mixed[] = [
    { what: 'without what was written ahead', like: 'killed', make: (folder) => rmSync(join(folder, 'habeas.db-wal')), says: /habeas\.db-wal is missing/ },
    { what: 'with the head of it lost', like: 'killed', make: (folder) => writeFileSync(join(folder, 'habeas.db-wal'), Buffer.alloc(32), { flag: 'r+' }), says: /habeas\.db-wal is damaged/ },
    { what: 'that was closed whole, with what another run wrote ahead', like: 'whole', make: (folder) => copyFileSync(join(at('killed'), 'habeas.db-wal'), join(folder, 'habeas.db-wal')), says: /belongs to another/ },
    { what: 'of an earlier day put over a later one', like: 'later', make: (folder) => copyFileSync(join(at('whole'), 'habeas.db'), join(folder, 'habeas.db')), says: /damaged/ },
    { what: 'of another instance', like: 'whole', make: (folder) => copyFileSync(join(at('other'), 'habeas.db'), join(folder, 'habeas.db')), says: /damaged or not ours|damaged/ },
    { what: 'with the instance.json of another', like: 'whole', make: (folder) => copyFileSync(join(at('other'), 'instance.json'), join(folder, 'instance.json')), says: /does not open/ },
  ];

  it.each(mixed)('a database $what is refused, and stays as it is', async ({ like: begin, make, says }) => {
    if (!existsSync(at('other'))) {
      const own = { HABEAS_DATA_DIR: at('other'), HABEAS_KEY_FILE: at('keys/other.key') };
      await (await openInstance(readSettings(own))).close();
    }
    const folder = like(begin);
    make(folder);
    const before = readFileSync(join(folder, 'habeas.db'));
    const outcome = await open(folder);
    expect(outcome).toMatchObject({ refused: expect.stringMatching(says) });
    expect(readFileSync(join(folder, 'habeas.db')).equals(before)).toBe(true);
    expect(await open(folder)).toEqual(outcome);
  });

  it('can be gone on with when somebody decides to do without what was written ahead', async () => {
    const folder = like('killed');
    rmSync(join(folder, 'habeas.db-wal'));
    rmSync(join(folder, 'habeas.db-open'));
    expect(await open(folder)).toHaveProperty('content');
  });

  it('opens once the right file is back', async () => {
    const folder = like('killed');
    renameSync(join(folder, 'habeas.db-wal'), at('aside'));
    expect(await open(folder)).toHaveProperty('refused');
    renameSync(at('aside'), join(folder, 'habeas.db-wal'));
    expect(await contentOf(folder)).toBe(content.killed);
  });
});
