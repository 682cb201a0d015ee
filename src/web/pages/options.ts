import type { Language } from '../../kernel/actor/public.js';
import { regions } from '../../places/public.js';
import { vocabulary } from '../../vocabularies/public.js';
import type { Option } from '../parts/public.js';

/** The values of a code list as choices, in the reader's language. */
export const optionsOf = (list: string, language: Language): Option[] =>
  vocabulary(list).values.map((value) => ({ value: value.code, label: value[language] }));

/** Regions as choices; those that have ended are left to filters of old events. */
export const regionOptions = (language: Language): Option[] =>
  regions.map((region) => ({ value: region.code, label: region[language] })).sort((a, b) => a.label.localeCompare(b.label, language));

export const accountOptions = (language: Language): Option[] => optionsOf('accounts', language);
