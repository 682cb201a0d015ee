export type Role = 'administrator' | 'intake_volunteer' | 'caseworker' | 'lawyer' | 'manager' | 'auditor' | 'system';

export type Language = 'en' | 'ru' | 'kk';

/** What of a request every use case may need, without knowing HTTP. */
export interface RequestMark {
  readonly id: string;
  /** The client's Idempotency-Key, with the keyed digests of the body it came with: under the key of today and those before. */
  readonly onceKey: string | null;
  readonly bodyDigests: readonly string[];
}

/** The team that keeps the installation; where there is only one, everybody is in it. */
export const HOME_TEAM = '00000000-0000-7000-8000-000000000001';

/** Who acts: the first argument of every use case, query and export. */
export interface Actor {
  /** Staff id, or `system:<name>` for the machine's own work. */
  readonly id: string;
  readonly role: Role;
  /** Office or partner organisation: nothing that another one recorded is reached, unless a circle is shared. */
  readonly teamId: string;
  /** Short digest of the session, for the audit log; null for the machine itself. */
  readonly session: string | null;
  readonly language: Language;
  readonly permissions: ReadonlySet<string>;
  /** Field classes the actor may read; 'open' is always among them. */
  readonly fieldClasses: ReadonlySet<string>;
  /** Field classes the actor may write, of those it may read. */
  readonly writeClasses: ReadonlySet<string>;
  readonly request: RequestMark | null;
  /** Signed in with the passphrase for duress: reaches nothing that lies in a circle. */
  readonly lowRisk?: boolean;
}

const everything: ReadonlySet<string> = Object.freeze({
  has: () => true,
}) as unknown as ReadonlySet<string>;

/** The machine acting by itself, by the name of the work: `systemActor('import')`. */
export function systemActor(name: string): Actor {
  return {
    id: `system:${name}`,
    role: 'system',
    teamId: HOME_TEAM,
    session: null,
    language: 'en',
    permissions: everything,
    fieldClasses: everything,
    writeClasses: everything,
    request: null,
  };
}
