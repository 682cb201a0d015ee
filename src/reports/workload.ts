import { minutesBetween, type Instant } from '../kernel/time/public.js';
import { among, coded, only, plain, type Dimension } from './dimension.js';
import { each } from './measure.js';
import type { Chosen, RecordSet } from './record-set.js';
import type { Subject } from './subject.js';

const finished = ['done', 'cancelled', 'not_possible'];
const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/** A task whose day is only bounded may be overdue already. */
const due: Dimension = {
  id: 'due',
  reads: () => ['status', 'due_earliest', 'due_latest'],
  stand: ([status = '', earliest = '', latest = ''], { now }) => {
    if (finished.includes(status)) return only('finished');
    if (earliest === '' && latest === '') return only('undated');
    if (latest !== '' && latest < now) return only('overdue');
    return earliest !== '' && earliest < now ? among(['overdue', 'ahead']) : only('ahead');
  },
  named: { by: 'words', prefix: 'due' },
  order: ['overdue', 'ahead', 'undated', 'finished'],
};

/** What is read of each follow-up action, as SQL over `t`. */
export const taskColumns = { id: 't.id', status: 't.status', kind: 't.kind', priority: 't.priority', owner: 't.owner_id', due_earliest: 't.due_earliest', due_latest: 't.due_latest' } as const;

const asItStands = (set: RecordSet): Chosen => ({ set, sure: new Uint8Array(set.count).fill(1) });

/** Follow-up actions as they stand now. */
export const task: Subject = {
  name: 'task',
  source: 'task',
  choose: ({ set }) => asItStands(set),
  record: 'follow-up',
  dimensions: [due, coded('task_kind', 'kind', 'follow-up-kinds'), coded('priority', 'priority', 'priorities'), coded('status', 'status', 'follow-up-statuses'), plain('owner', { by: 'staff' })],
  measures: [each('tasks', 'records')],
  dated: false,
};

/** Work done with the people of a case, as far as it was written down. */
const contacts = ['find_lawyer', 'legal_assistance', 'call_relatives', 'call_person', 'visit_in_custody', 'medical_check', 'interview', 'consent', 'psychosocial'];

const finishedContact = `t.status = 'done' AND t.kind IN (${list(contacts)})`;

const contactBands = ['0-24h', '1-3d', '3-7d', '7d-'] as const;
const DAY = 1440;

const contactBand = (opened: string, done: string): string => {
  const minutes = minutesBetween(opened as Instant, done as Instant);
  return contactBands[[DAY, 3 * DAY, 7 * DAY].findIndex((limit) => minutes < limit)] ?? '7d-';
};

/** What is read of each case, as SQL over `c` and its first finished contact, `k`. */
export const caseColumns = { id: 'c.id', stage: 'c.stage', outcome: 'c.outcome', priority: 'c.priority', lead: 'c.lead_id', opened: 'c.recorded_at', contacted: 'k.at' } as const;

/** Of each case: the first contact that was finished, for the case or for one of its people. */
export const FIRST_CONTACTS =
  `SELECT x.case_id AS case_id, MIN(x.at) AS at FROM (SELECT t.case_id AS case_id, t.status_at AS at FROM follow_up_action t WHERE ${finishedContact} AND t.case_id IS NOT NULL` +
  ` UNION ALL SELECT ci.case_id, t.status_at FROM case_individual ci JOIN follow_up_action t ON t.individual_id = ci.individual_id WHERE ${finishedContact}) x GROUP BY x.case_id`;

/** Cases as they stand now, with the time until the first contact that was finished. */
export const caseload: Subject = {
  name: 'case',
  source: 'case',
  choose: ({ set }) => asItStands(set),
  record: 'case',
  dimensions: [
    coded('stage', 'stage', 'case-stages'),
    coded('case_outcome', 'outcome', 'case-outcomes'),
    coded('priority', 'priority', 'priorities'),
    plain('lead', { by: 'staff' }),
    {
      id: 'first_contact',
      reads: () => ['opened', 'contacted'],
      stand: ([opened = '', done = '']) => only(done === '' ? '' : contactBand(opened, done)),
      ...{ named: { by: 'words', prefix: 'contact' }, order: contactBands },
    },
  ],
  measures: [each('cases', 'records')],
  dated: false,
};
