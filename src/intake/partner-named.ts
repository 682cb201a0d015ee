import type { NumberedPartner } from '../organisations/public.js';

type Named = { readonly id: string; readonly why: null } | { readonly id: null; readonly why: 'partner_unknown' | 'partner_ambiguous' };

/** The one partner a cell means: by its number, or by its whole name whatever the case of its letters. Nothing is guessed from a part of a name. */
export function partnerNamed(said: string, partners: readonly NumberedPartner[]): Named {
  const text = plain(said);
  const found = partners.filter(({ name, reference }) => (name !== '' && plain(name) === text) || (reference !== null && plain(reference) === text));
  const [one] = found;
  if (found.length > 1) return { id: null, why: 'partner_ambiguous' };
  return one ? { id: one.id, why: null } : { id: null, why: 'partner_unknown' };
}

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
