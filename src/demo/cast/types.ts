import type { StaffRole } from '../../access/public.js';

/**
 * The demonstration tells one invented day: Almaty, Sunday 10 January 2021. Every person, organisation, facility and
 * telephone number here is made up; the shape of the day is not.
 *
 * Texts of time are what somebody would type, on the clocks of Almaty. One without a date is on `demoDay`.
 * Codes are of vocabularies/; `person`, `place`, `source` and the like are keys of the cast.
 */
export const demoDay = '2021-01-10';
export const demoZone = 'Asia/Almaty';
export const demoRegion = 'KZ-75';

export interface CastName {
  readonly text: string;
  readonly kind: string;
  readonly script: string;
}

export interface CastRelative {
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
}

export interface CastAffiliation {
  readonly organisation: string;
  readonly relation: string;
  readonly role: string | null;
}

export interface CastPerson {
  readonly key: string;
  /** Empty when the person is known by a description only. */
  readonly names: readonly CastName[];
  readonly sex: string;
  /** EDTF. */
  readonly birth?: string;
  readonly ageSaid?: { readonly years: number; readonly on: string };
  readonly region: string;
  readonly nationality?: string;
  readonly occupation?: string;
  readonly roles: readonly string[];
  readonly vulnerabilities?: readonly string[];
  readonly medicalNeed?: string;
  readonly phones?: readonly string[];
  readonly address?: string;
  readonly relatives?: readonly CastRelative[];
  readonly affiliations?: readonly CastAffiliation[];
  readonly description?: string;
  /** Who may learn what, in the person's own terms; goes into the notes. */
  readonly sensitivity?: string;
}

export interface CastOrganisation {
  readonly key: string;
  readonly kind: string;
  readonly region: string | null;
  readonly partner: boolean;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly contact: string | null;
  readonly notes: string | null;
}

export interface CastPlace {
  readonly key: string;
  readonly kind: string;
  readonly region: string;
  readonly name: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly aliases: readonly string[];
  readonly authority: string | null;
  readonly address: string | null;
}

export interface CastSource {
  readonly key: string;
  readonly kind: string;
  readonly reliability: string;
  /** The identity is shown to nobody but those who hold the field class `source`. */
  readonly protected: boolean;
  readonly language: string;
  readonly stated: string;
  readonly label: string;
  readonly identity: string | null;
  readonly contact: string | null;
  readonly statement: string | null;
  readonly location: string | null;
}

export interface CastHeadCount {
  readonly source: string;
  readonly atLeast: number;
  /** null: the source sets no upper end. */
  readonly atMost: number | null;
  readonly asSaid: string;
}

export interface CastIncident {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly region: string | null;
  readonly places: readonly string[];
  readonly placeWords: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly theme: string | null;
  readonly permission: string;
  readonly organiserKind: string | null;
  readonly authority: string;
  readonly organisations: readonly string[];
  readonly sources: readonly string[];
  readonly description: string;
  readonly headCounts: readonly CastHeadCount[];
}

export type CastAccount = 'observed' | 'official' | 'media';

export interface CastPeriod {
  readonly kind: string;
  readonly account: CastAccount;
  readonly place: string | null;
  readonly start: string | null;
  /** null: nothing is known of an end. */
  readonly end: string | null;
  readonly source: string;
  readonly note: string | null;
}

export interface CastEvent {
  readonly kind: string;
  readonly account: CastAccount;
  readonly when: string | null;
  readonly source: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly article?: string;
  readonly sanctionDays?: number;
  readonly fineAmount?: number;
  readonly fineUnit?: string;
  readonly method?: string;
}

export interface CastDetention {
  readonly key: string;
  /** null: people without names, who are counted instead. */
  readonly person: string | null;
  readonly incident: string;
  readonly kind: string;
  readonly authority: string;
  readonly ground: string | null;
  readonly outcome: string;
  readonly circumstances?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly outcomeWords?: string;
  readonly countedAtLeast?: number;
  readonly countedAtMost?: number;
  readonly unnamed?: string;
  readonly description?: string;
  readonly periods: readonly CastPeriod[];
  readonly events: readonly CastEvent[];
}

export interface CastFollowUp {
  readonly kind: string;
  readonly task: string;
  /** One subject; the case itself when left out. */
  readonly on?: { readonly individual: string } | { readonly detention: string } | { readonly incident: string };
  readonly owner: CastStaffKey | null;
  /** Calendar days from the day the demonstration starts; null: no due date. */
  readonly dueInDays: number | null;
  readonly priority: string;
  readonly status: string;
  readonly outcome?: string;
}

export interface CastCase {
  readonly key: string;
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly stage: string;
  readonly outcome: string;
  readonly priority: string;
  readonly lead: CastStaffKey;
  /** Who is let into the circle beside the lead. */
  readonly members: readonly CastStaffKey[];
  /** Who agreed is put into a case of that title, shared with the organisation of this colleague. */
  readonly shared?: readonly CastShare[];
  readonly individuals: readonly string[];
  readonly detentions: readonly string[];
  readonly followUps: readonly CastFollowUp[];
}

/** A case shared with another organisation: going on as it was agreed, without somebody who took it back since, or ended. */
export interface CastShare {
  readonly by: CastStaffKey;
  readonly title: string;
  readonly withdrawnBy?: string;
  readonly ended?: boolean;
}

export type CastStaffKey = 'rita' | 'timur' | 'aigerim' | 'bolat' | 'dana' | 'yerlan' | 'marat' | 'saule' | 'asel';

export interface CastStaff {
  readonly key: CastStaffKey;
  /** A partner organisation of that name; left out: the one whose installation this is. */
  readonly partner?: string;
  readonly signInName: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly language: 'en' | 'ru' | 'kk';
  /** Whom this account shows, said on the terminal when the demonstration starts. */
  readonly shows: string;
}
