import type { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { LegalHold } from './legal-hold.entity.js';

/** A hold that stands at `:now`; the table is named `r`. */
export const STANDING = 'r.released_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > :now)';

/** People by a condition on their id, their cases and their incidents. */
const around = (people: (column: string) => string): string => `(
  (r.kind = 'individual' AND ${people('r.record_id')})
  OR (r.kind = 'case' AND r.record_id IN (SELECT ci.case_id FROM case_individual ci WHERE ${people('ci.individual_id')}))
  OR (r.kind = 'case' AND r.record_id IN (SELECT cd.case_id FROM case_detention cd JOIN detention d ON d.id = cd.detention_id WHERE ${people('d.individual_id')}))
  OR (r.kind = 'incident' AND r.record_id IN (SELECT d.incident_id FROM detention d WHERE ${people('d.individual_id')}))
)`;

const person = (column: string): string => `${column} = :id`;

/** Everybody of whose stay this source said something: what is evidence for them is evidence by its source. */
const told = (column: string): string => `${column} IN (
  SELECT sd.individual_id FROM detention sd JOIN custody_period sp ON sp.detention_id = sd.id WHERE sp.source_id = :id
  UNION SELECT sd.individual_id FROM detention sd JOIN detention_event se ON se.detention_id = sd.id WHERE se.source_id = :id
)`;

/** The holds that keep a person or a source from being erased. */
export function holdsOver(manager: EntityManager, kind: 'individual' | 'source', id: string, now: Instant): Promise<LegalHold[]> {
  const covers = kind === 'individual' ? around(person) : `((r.kind = 'source' AND r.record_id = :id) OR ${around(told)})`;
  return rowsOf(manager, LegalHold, `WHERE ${STANDING} AND ${covers} ORDER BY r.id`, { id, now });
}
