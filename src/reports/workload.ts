import { minutesBetween, type Instant } from '../kernel/time/public.js';
import { among, coded, only, type Dimension } from './dimension.js';
import type { Subject } from './subject.js';

const finished = ['done', 'cancelled', 'not_possible'];
const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/** A task whose day is only bounded may be overdue already. */
const due: Dimension = {
  id: 'due',
  keys: () => [
    `CASE WHEN t.status IN (${list(finished)}) THEN 'finished' WHEN t.due_latest IS NULL AND t.due_earliest IS NULL THEN 'undated'` +
      ` WHEN t.due_latest < :now THEN 'overdue' WHEN t.due_earliest < :now THEN 'may_be' ELSE 'ahead' END`,
  ],
  stand: ([state = '']) => (state === 'may_be' ? among(['overdue', 'ahead']) : only(state)),
  named: { by: 'words', prefix: 'due' },
  order: ['overdue', 'ahead', 'undated', 'finished'],
};

/** Follow-up actions as they stand now. */
export const task: Subject = {
  name: 'task',
  from: () => 'follow_up_action t',
  where: (reach) => [reach.task('t')],
  sure: () => '1 = 1',
  record: { column: 't.id', kind: 'follow-up' },
  dimensions: [
    due,
    coded('task_kind', 't.kind', 'follow-up-kinds'),
    coded('priority', 't.priority', 'priorities'),
    coded('status', 't.status', 'follow-up-statuses'),
    { id: 'owner', keys: () => [`COALESCE(t.owner_id, '')`], stand: ([id = '']) => only(id), named: { by: 'staff' }, order: 'size' },
  ],
  measures: [{ id: 'tasks', unit: 'records', least: '1', most: '1' }],
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

/** Cases as they stand now, with the time until the first contact that was finished. */
export const caseload: Subject = {
  name: 'case',
  from: () => 'case_file c',
  where: (reach) => [reach.case('c')],
  sure: () => '1 = 1',
  record: { column: 'c.id', kind: 'case' },
  dimensions: [
    coded('stage', 'c.stage', 'case-stages'),
    coded('case_outcome', 'c.outcome', 'case-outcomes'),
    coded('priority', 'c.priority', 'priorities'),
    { id: 'lead', keys: () => ['c.lead_id'], stand: ([id = '']) => only(id), named: { by: 'staff' }, order: 'size' },
    {
      id: 'first_contact',
      keys: () => [
        'c.recorded_at',
        // Two questions, each by its index: with OR every case would read every task.
        `COALESCE((SELECT MIN(x.at) FROM (SELECT MIN(t.status_at) AS at FROM follow_up_action t WHERE ${finishedContact} AND t.case_id = c.id` +
          ` UNION ALL SELECT MIN(t.status_at) FROM case_individual ci JOIN follow_up_action t ON t.individual_id = ci.individual_id WHERE ${finishedContact} AND ci.case_id = c.id) x), '')`,
      ],
      stand: ([opened = '', done = '']) => only(done === '' ? '' : contactBand(opened, done)),
      ...{ named: { by: 'words', prefix: 'contact' }, order: contactBands },
    },
  ],
  measures: [{ id: 'cases', unit: 'records', least: '1', most: '1' }],
  dated: false,
};
