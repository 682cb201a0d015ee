import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../kernel/actor/public.js';
import { projectRoot } from '../../../kernel/settings/public.js';

interface GridTile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

interface Layout {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly tiles: readonly GridTile[];
}

export interface Tile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

const folder = join(projectRoot(), 'vocabularies', 'tile-grids');

/** One square a region; a country more is one file more. */
const layouts: readonly Layout[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { layouts: Layout[] }).layouts);

/** The layout of a day that has a tile for every one of these regions, else a newer one that has; null: there is none. */
export function tilesFor(codes: readonly string[], day: string, language: Language): readonly Tile[] | null {
  const known = codes.filter((code) => code !== '' && !code.startsWith('*'));
  const holds = ({ tiles }: Layout): boolean => known.length > 0 && known.every((code) => tiles.some((tile) => tile.code === code));
  const stood = ({ valid_from, valid_to }: Layout): boolean => (!valid_from || valid_from <= day) && (!valid_to || valid_to >= day);
  const layout = layouts.find((one) => stood(one) && holds(one)) ?? layouts.find(holds);
  return layout ? layout.tiles.map(({ code, x, y, [language]: label }) => ({ code, x, y, label })) : null;
}
