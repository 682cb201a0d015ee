import { roles, type Carried } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Staff } from './staff.entity.js';

/** An account as it acts, by its role. */
export function actorOfRow(row: Staff, session: string | null, carried: Carried | null): Actor {
  const rights = roles[row.role];
  return {
    id: row.id,
    role: row.role,
    session,
    language: row.language,
    permissions: new Set<string>(rights.permissions),
    fieldClasses: new Set<string>(rights.fieldClasses),
    request: carried ? { id: carried.requestId, onceKey: carried.onceKey, bodyDigest: carried.bodyDigest } : null,
  };
}
