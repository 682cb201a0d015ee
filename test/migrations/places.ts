import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile } from '../../src/kernel/db/public.js';
import { testKeys, type DatabaseName } from '../support/database.js';
import { freshPostgres, type TestDatabase } from '../support/postgres.js';

export type Place = { readonly file: string; readonly key: string } | { readonly url: string };

export interface Places {
  /** An empty database of its own. */
  afresh(): Promise<Place>;
  /** Another one with the content of this one, which nobody has open. */
  copy(of: Place): Promise<Place>;
  end(place: Place): Promise<void>;
  leave(): Promise<void>;
}

/** Empty databases to migrate, each given up at its end. */
export function placesOf(name: DatabaseName): Places {
  if (name === 'postgres') {
    const made = new Map<string, TestDatabase>();
    const end = async (url: string): Promise<void> => (await made.get(url)?.close(), void made.delete(url));
    const make = async (template?: string): Promise<Place> => {
      const one = await freshPostgres(template);
      made.set(one.url, one);
      return { url: one.url };
    };
    return {
      afresh: () => make(),
      copy: (of) => make('url' in of ? new URL(of.url).pathname.slice(1) : undefined),
      end: (place) => ('url' in place ? end(place.url) : Promise.resolve()),
      leave: async () => void (await Promise.all([...made.keys()].map(end))),
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'habeas-steps-'));
  const empty = join(folder, 'empty.db');
  createFile(empty, testKeys.database);
  let count = 0;
  const make = (from: string): Promise<Place> => {
    const file = join(folder, `${(count += 1)}.db`);
    cpSync(from, file);
    return Promise.resolve({ file, key: testKeys.database });
  };
  return {
    afresh: () => make(empty),
    copy: (of) => make('file' in of ? of.file : empty),
    end: (place) => ('file' in place ? Promise.resolve(rmSync(place.file, { force: true })) : Promise.resolve()),
    leave: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}
