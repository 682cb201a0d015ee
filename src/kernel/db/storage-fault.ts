import { Problem } from '../errors/public.js';

/** What keeps a database from doing its work: its disk is full, it does not answer, or its file is not what it should be. */
export type StorageFault = 'full' | 'unreachable' | 'damaged';

const statuses = { full: 507, unreachable: 503, damaged: 503 } as const;
const RETRY_SECONDS = '30';

/** The answer to a request that met the fault. Nothing of the request was kept. */
export const storageProblem = (fault: StorageFault): Problem =>
  new Problem(`storage.${fault}`, { status: statuses[fault], ...(fault === 'unreachable' ? { headers: { 'Retry-After': RETRY_SECONDS } } : {}) });

/** The code a driver gives, also of an error the ORM has wrapped; empty when there is none. */
export function codeOf(error: unknown): string {
  const { driverError, code } = error as { driverError?: { code?: unknown }; code?: unknown };
  const said = driverError?.code ?? code;
  return typeof said === 'string' ? said : '';
}
