import type { EntityManager } from 'typeorm';
import type { RecordKind, Versions } from '../kernel/record/public.js';

/**
 * The fields of a record as the last import of this system left them: the history says which versions an import made,
 * and the first one is always its own, because only imports give external ids.
 */
export async function asImported(
  manager: EntityManager,
  versions: Versions,
  kind: RecordKind,
  current: object & { readonly id: string; readonly version: number },
  because: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (current.version === 1) return current as unknown as Record<string, unknown>;
  const all = await versions.of(manager, kind, current.id);
  return (all.findLast((version) => version.because === because) ?? all[0])?.fields ?? {};
}
