import type { Bounds } from '../../../kernel/time/public.js';

/** One passage of free text: shown only when somebody has looked at it for what it says of others. */
export interface FileText {
  /** `individual.notes`, `detention.<id>.description` */
  readonly key: string;
  readonly text: string;
}

/** Something of the file that is kept from it, and why. */
export interface FileWithheld {
  readonly what: string;
  readonly why: 'third_party' | 'not_looked_through' | 'out_of_reach' | 'erased';
}

/**
 * Everything about one person, for that person: `habeas-person/1`, described in docs/users/data-requests.md. Names of others,
 * of sources and of staff are not in it.
 */
export interface PersonFile {
  readonly format: 'habeas-person/1';
  readonly madeAt: string;
  readonly reference: string;
  readonly person: Readonly<Record<string, unknown>>;
  readonly versions: readonly { readonly version: number; readonly recordedAt: string }[];
  readonly detentions: readonly FileDetention[];
  readonly cases: readonly string[];
  readonly followUps: readonly { readonly kind: string; readonly status: string; readonly due: Bounds | null }[];
  readonly consents: readonly { readonly scope: string; readonly allowed: boolean }[];
  readonly requests: readonly { readonly reference: string; readonly what: string; readonly state: string; readonly received: Bounds | null }[];
  readonly disclosures: readonly { readonly leftAt: string; readonly scope: string; readonly purpose: string | null; readonly recipient: unknown }[];
  /** Who looked: roles and how often, no names. */
  readonly readers: readonly { readonly role: string; readonly times: number; readonly last: string }[];
  readonly texts: readonly { readonly key: string; readonly text: string }[];
  readonly withheld: readonly FileWithheld[];
}

export interface FileDetention {
  readonly reference: string;
  readonly kind: string;
  readonly authorityKind: string;
  readonly outcome: string;
  readonly regionCode: string | null;
  readonly circumstances: Readonly<Record<string, string>> | null;
  readonly periods: readonly { readonly kind: string; readonly account: string; readonly start: Bounds | null; readonly end: Bounds | null }[];
  readonly events: readonly { readonly kind: string; readonly account: string; readonly at: Bounds | null }[];
}
