import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../kernel/actor/public.js';
import { projectRoot } from '../kernel/settings/public.js';
import { fold } from '../kernel/text/public.js';

/** A region as it was between two dates; codes stay, names and borders change. */
export interface Region {
  readonly code: string;
  readonly iso: string | null;
  readonly iso_old: string | null;
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
  readonly zone: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly split_from: string | null;
  readonly aliases?: readonly string[];
}

const folder = join(projectRoot(), 'vocabularies', 'regions');

/** All regions of all countries, in the order of their files. */
export const regions: readonly Region[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { values: Region[] }).values);

const byCode = new Map(regions.map((region) => [region.code, region]));

export const regionOf = (code: string | null): Region | undefined => (code ? byCode.get(code) : undefined);

export const isRegion = (code: unknown): boolean => typeof code === 'string' && byCode.has(code);

export const regionLabel = (code: string | null, language: Language): string => regionOf(code)?.[language] ?? code ?? '';

export const zoneOfRegion = (code: string | null): string | null => regionOf(code)?.zone ?? null;

const byName = new Map(
  regions.flatMap((region) => [region.en, region.ru, region.kk, ...(region.aliases ?? [])].map((name) => [fold(name), region] as const)),
);

/** The region a source means by a name in any of the three languages; undefined when we could not map it. */
export const regionNamed = (name: string): Region | undefined => byName.get(fold(name));
