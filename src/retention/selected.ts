import { finishedStatuses } from '../follow-ups/public.js';
import type { Selects } from './retention-class.js';

const inCase = (condition: string): string =>
  `EXISTS (SELECT 1 FROM case_individual ci WHERE ci.individual_id = r.id) AND NOT EXISTS (
    SELECT 1 FROM case_individual ci JOIN case_file c ON c.id = ci.case_id WHERE ci.individual_id = r.id AND NOT (${condition}))`;

const inNoCase = 'NOT EXISTS (SELECT 1 FROM case_individual ci WHERE ci.individual_id = r.id)';

/** People by class; the table is named `r`. */
export const selected: Readonly<Record<Selects, string>> = {
  all_cases_closed: inCase(`c.stage IN ('closed', 'transferred') AND c.outcome <> 'unfounded'`),
  in_no_case: inNoCase,
  volunteer_without_follow_up: `${inNoCase} AND NOT EXISTS (SELECT 1 FROM follow_up_action f WHERE f.individual_id = r.id)
    AND EXISTS (SELECT 1 FROM staff s WHERE s.id = r.recorded_by AND s.role = 'intake_volunteer')`,
  all_cases_unfounded: inCase(`c.stage IN ('closed', 'transferred') AND c.outcome = 'unfounded'`),
  all_cases_duplicate: inCase(`c.stage = 'duplicate'`),
};

const touched = (table: string, through: string): string => `NOT EXISTS (SELECT 1 FROM ${table} t WHERE ${through} AND t.changed_at >= :before)`;

const ofStay = 't.detention_id IN (SELECT d.id FROM detention d WHERE d.individual_id = r.id)';

/** Nothing about the person was touched since `:before`, nothing waits to be done, and they were not erased already. Activity moves the date. */
export const quiet = [
  'r.changed_at < :before',
  'NOT EXISTS (SELECT 1 FROM erasure e WHERE e.subject = r.subject)',
  touched('detention', 't.individual_id = r.id'),
  touched('custody_period', ofStay),
  touched('detention_event', ofStay),
  touched('follow_up_action', `(t.individual_id = r.id OR ${ofStay})`),
  touched('case_file', 't.id IN (SELECT ci.case_id FROM case_individual ci WHERE ci.individual_id = r.id)'),
  `NOT EXISTS (SELECT 1 FROM follow_up_action w WHERE w.individual_id = r.id AND w.status NOT IN (${finishedStatuses.map((one) => `'${one}'`).join(', ')}))`,
  `NOT EXISTS (SELECT 1 FROM data_request q WHERE q.individual_id = r.id AND q.state IN ('received', 'in_work'))`,
].join(' AND ');
