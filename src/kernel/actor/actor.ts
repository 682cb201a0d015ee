export type Role = 'administrator' | 'intake_volunteer' | 'caseworker' | 'lawyer' | 'manager' | 'auditor' | 'system';

export type Language = 'en' | 'ru' | 'kk';

/** What of a request every use case may need, without knowing HTTP. */
export interface RequestMark {
  readonly id: string;
  /** The client's Idempotency-Key, with a keyed digest of the body it came with. */
  readonly onceKey: string | null;
  readonly bodyDigest: string | null;
}

/** Who acts: the first argument of every use case, query and export. */
export interface Actor {
  /** Staff id, or `system:<name>` for the machine's own work. */
  readonly id: string;
  readonly role: Role;
  /** Short digest of the session, for the audit log; null for the machine itself. */
  readonly session: string | null;
  readonly language: Language;
  readonly permissions: ReadonlySet<string>;
  /** Field classes the actor may read and write; 'open' is always among them. */
  readonly fieldClasses: ReadonlySet<string>;
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
    session: null,
    language: 'en',
    permissions: everything,
    fieldClasses: everything,
    request: null,
  };
}
