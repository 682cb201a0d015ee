import type { Carried, RoleRights } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Staff } from './staff.entity.js';

/** An account as it acts, with the rights its role has now. */
export function actorOfRow(row: Staff, rights: RoleRights, session: string | null, carried: Carried | null): Actor {
  return {
    id: row.id,
    role: row.role,
    teamId: row.teamId,
    session,
    language: row.language,
    permissions: new Set<string>(rights.permissions),
    fieldClasses: new Set<string>(rights.reads),
    writeClasses: new Set<string>(rights.writes),
    request: carried ? { id: carried.requestId, onceKey: carried.onceKey, bodyDigests: carried.bodyDigests } : null,
  };
}
