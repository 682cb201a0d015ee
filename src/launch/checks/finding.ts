/** `bad`: something is wrong now. `warn`: something will be, or is weaker than it could be. */
export interface Finding {
  readonly check: Check;
  readonly state: 'ok' | 'warn' | 'bad';
  readonly sentence: string;
}

/** docs/operations/doctor.md says of each what it looks at and what to do. */
export type Check = 'database' | 'references' | 'schema' | 'guards' | 'rights' | 'log' | 'head' | 'clock' | 'sealed' | 'evidence' | 'kept' | 'space' | 'files' | 'zones' | 'backups' | 'people' | 'settings';

/** Told how much of a long check is done. */
export type Told = (done: number) => void;

export const ok = (check: Check, sentence: string): Finding => ({ check, state: 'ok', sentence });
export const warn = (check: Check, sentence: string): Finding => ({ check, state: 'warn', sentence });
export const bad = (check: Check, sentence: string): Finding => ({ check, state: 'bad', sentence });
