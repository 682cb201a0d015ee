import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../kernel/actor/public.js';
import { projectRoot } from '../kernel/settings/public.js';

/** One value of a code list, as in vocabularies/<list>.json. Lists may add members of their own. */
export interface CodedValue {
  readonly code: string;
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
  readonly huridocs?: string | null;
  readonly parent?: string;
  readonly [more: string]: unknown;
}

export interface Vocabulary {
  readonly list: string;
  readonly version: string;
  readonly values: readonly CodedValue[];
}

const folder = join(projectRoot(), 'vocabularies');

const lists: ReadonlyMap<string, Vocabulary> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Vocabulary)
    .map((vocabulary) => [vocabulary.list, vocabulary]),
);

const byCode = new Map([...lists].map(([name, list]) => [name, new Map(list.values.map((value) => [value.code, value]))]));

/** A code list by name. @throws Error when there is none: a mistake in the program, not of a person. */
export function vocabulary(list: string): Vocabulary {
  const found = lists.get(list);
  if (!found) throw new Error(`there is no vocabulary "${list}"`);
  return found;
}

export const codedValue = (list: string, code: string): CodedValue | undefined => byCode.get(list)?.get(code);

export const isCode = (list: string, code: unknown): boolean => typeof code === 'string' && codedValue(list, code) !== undefined;

/** The word for a code; the code itself when the list has lost it, so that nothing ever shows as blank. */
export const labelOf = (list: string, code: string, language: Language): string => codedValue(list, code)?.[language] ?? code;

export const listNames = (): string[] => [...lists.keys()].sort();
