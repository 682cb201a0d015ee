import type { SectionPlan } from '../../src/reports/public.js';

/**
 * Beside every table of every built-in report the plainest aggregate one would write for it by hand: the same database and rows, without reach, bounds of days
 * and hours, names of members or texts of a page.
 */
interface Plain {
  readonly from: string;
  readonly keys: string;
  readonly sums: string;
  /** The day a period is cut by; none: as it stands now. */
  readonly day: string | null;
}

const stays = 'detention d JOIN plain_fact f ON f.detention_id = d.id';
const counted = 'SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*)';
const people = `(SELECT d.individual_id AS id, COUNT(*) AS times, MIN(f.start_first) AS day FROM ${stays} WHERE d.individual_id IS NOT NULL`;

const stayKeys: Readonly<Record<string, string>> = {
  ...{ day: 'f.start_first', month: 'SUBSTR(f.start_first, 1, 7)', hour: 'f.start_hour_first', end_hour: 'f.end_hour_first', held_at: 'f.start_first, f.start_hour_first, f.end_first, f.end_hour_first' },
  ...{ region: 'd.region_code', place: 'f.place_id', facility: 'f.facility_id', authority: 'd.authority_kind', kind: 'd.kind', outcome: 'd.outcome', incident: 'd.incident_id' },
  ...{ theme: 'n.theme_token', permission: 'n.permission', incident_kind: 'n.kind' },
  ...{ held: 'f.held_min / 180, f.held_max / 180', unrecorded: 'f.unrecorded_min / 180, f.unrecorded_max / 180', ring_time: 'f.ring_min / 60, f.ring_max / 60', lawyer_wait: 'f.lawyer_wait_min / 60, f.lawyer_wait_max / 60' },
  lawyer: 'f.lawyer_admitted, f.lawyer_denied, f.lawyer_requested',
};
const staySums: Readonly<Record<string, string>> = {
  ...{ held: 'SUM(f.held_min * d.counted_at_least), SUM(f.held_max * d.counted_at_most)', unrecorded: 'SUM(f.unrecorded_min * d.counted_at_least), SUM(f.unrecorded_max * d.counted_at_most)' },
  ...{ ring_hours: 'SUM(f.ring_min * d.counted_at_least), SUM(f.ring_max * d.counted_at_most)', detained: '', stays: '' },
  complained: `SUM(CASE WHEN EXISTS (SELECT 1 FROM follow_up_action t WHERE t.detention_id = d.id AND t.kind LIKE 'complaint%') THEN 1 ELSE 0 END)`,
};
const other: Readonly<Record<string, string>> = {
  ...{ sex: 'i.sex', age: `SUBSTR(s.day, 1, 4), i.born_earliest, i.born_latest`, role: 'i.roles', times: 's.times' },
  ...{ sanction: 'e.kind', article: 'e.article_token', fine_unit: 'e.fine_unit', court: 'e.place_id' },
  ...{ due: `t.status, t.due_latest < '2024-01-01'`, task_kind: 't.kind', priority: 't.priority', owner: 't.owner_id', stage: 'c.stage' },
  first_contact: `(SELECT MIN(t.status_at) FROM case_individual ci JOIN follow_up_action t ON t.individual_id = ci.individual_id WHERE ci.case_id = c.id AND t.status = 'done')`,
};
const incidentKeys: Readonly<Record<string, string>> = {
  ...{ month: 'SUBSTR(n.start_earliest, 1, 7)', region: 'n.region_code', theme: 'n.theme_token', permission: 'n.permission', incident_kind: 'n.kind', organiser: 'n.organiser_kind', incident: 'n.id' },
};

const sumsOf = (measures: readonly string[]): string => [counted, ...measures.map((id) => staySums[id] ?? `SUM(CASE WHEN f.${id} = 1 THEN d.counted_at_least END), SUM(CASE WHEN f.${id} = 1 THEN d.counted_at_most END)`).filter(Boolean)].join(', ');

const known = '(SELECT d.incident_id, COUNT(DISTINCT d.individual_id) AS known FROM detention d WHERE d.incident_id IS NOT NULL GROUP BY d.incident_id)';
const reported = '(SELECT incident_id, MIN(at_least) AS least, MAX(at_most) AS most FROM head_count GROUP BY incident_id)';

function plainOf({ subject, rows, columns, measures }: SectionPlan, between: string): Plain {
  const keys = (of: Readonly<Record<string, string>>): string => [rows, columns].flatMap((id) => (id ? [of[id] ?? id] : [])).join(', ');
  switch (subject) {
    case 'stay': {
      const own = keys(stayKeys);
      return { from: own.includes('n.') ? `${stays} LEFT JOIN incident n ON n.id = d.incident_id` : stays, keys: own, sums: sumsOf(measures), day: 'f.start_first' };
    }
    case 'person':
      return { from: `${people}${between ? ` AND f.start_first ${between}` : ''} GROUP BY d.individual_id) s JOIN individual i ON i.id = s.id`, keys: keys(other), sums: 'COUNT(*)', day: null };
    case 'clock':
      return { from: stays, keys: 'f.states', sums: counted, day: 'f.start_first' };
    case 'ruling':
      return { from: `${stays} JOIN detention_event e ON e.detention_id = d.id AND e.kind IN ('ruling_warning', 'ruling_fine', 'ruling_admin_arrest', 'ruling_discontinued', 'charged_admin')`, keys: keys(other), sums: 'COUNT(*), SUM(e.sanction_days), SUM(e.fine_amount)', day: 'f.start_first' };
    case 'incident':
      return {
        ...{ from: `incident n LEFT JOIN ${reported} c ON c.incident_id = n.id${measures.includes('known_people') ? ` LEFT JOIN ${known} k ON k.incident_id = n.id` : ''}`, keys: keys(incidentKeys), day: 'SUBSTR(n.start_earliest, 1, 10)' },
        sums: `COUNT(*), SUM(c.least), SUM(c.most)${measures.includes('known_people') ? ', SUM(k.known)' : ''}`,
      };
    case 'task':
      return { from: 'follow_up_action t', keys: keys(other), sums: 'COUNT(*)', day: null };
    case 'case':
      return { from: 'case_file c', keys: keys(other), sums: 'COUNT(*)', day: null };
  }
}

/** @param days both included; null: all there is */
export function plainSql(plan: SectionPlan, days: readonly [from: string, to: string] | null): string {
  const between = days ? `BETWEEN '${days[0]}' AND '${days[1]}'` : '';
  const { from, keys, sums, day } = plainOf(plan, between);
  const by = keys ? ` GROUP BY ${keys}` : '';
  return `SELECT ${keys ? `${keys}, ` : ''}${sums} FROM ${from}${between && day ? ` WHERE ${day} ${between}` : ''}${by}`;
}
