import type { SubjectName } from './subject.js';

/** How a table is drawn beside its figures; the first measure is drawn. */
export type PictureKind = 'bars' | 'columns' | 'stacked' | 'line' | 'histogram' | 'multiples' | 'map';

/** One table of a report: what is counted, by what, drawn how. */
export interface SectionPlan {
  readonly id: string;
  readonly subject: SubjectName;
  /** Left out: one row a measure. */
  readonly rows?: string;
  readonly columns?: string;
  readonly measures: readonly string[];
  readonly picture?: PictureKind;
  /** Shown only for a scope of one day. */
  readonly oneDay?: true;
}

export interface ReportPlan {
  readonly id: string;
  readonly sections: readonly SectionPlan[];
}

const stay = (id: string, rows: string, more: Partial<SectionPlan> = {}): SectionPlan => ({ id, subject: 'stay', rows, measures: ['detained', 'stays'], picture: 'bars', ...more });
const incident = (id: string, rows: string, more: Partial<SectionPlan> = {}): SectionPlan => ({
  ...{ id, subject: 'incident', rows, measures: ['reported', 'incidents'], picture: 'bars' },
  ...more,
});

const headline: SectionPlan = { id: 'headline', subject: 'stay', measures: ['detained', 'ring', 'charged', 'ill_treatment', 'lawyer_denied'] };
const byDay = stay('by_day', 'day', { picture: 'columns' });
const byHour = stay('by_hour', 'hour', { picture: 'columns', measures: ['detained'] });
const releases = stay('releases', 'end_hour', { picture: 'columns', measures: ['detained'] });
const stillHeld = stay('still_held', 'held_at', { picture: 'columns', measures: ['detained'], oneDay: true });
const byRegion = stay('by_region', 'region', { picture: 'map' });
const byAuthority = stay('by_authority', 'authority');
const byIncident = stay('by_incident', 'incident');
const byOutcome = stay('by_outcome', 'outcome');
const bySex: SectionPlan = { id: 'by_sex', subject: 'person', rows: 'sex', measures: ['people'], picture: 'bars' };
const byAge: SectionPlan = { id: 'by_age', subject: 'person', rows: 'age', columns: 'sex', measures: ['people'], picture: 'histogram' };
const byRole: SectionPlan = { id: 'by_role', subject: 'person', rows: 'role', measures: ['people'], picture: 'bars' };
const held = stay('held', 'held', { picture: 'histogram' });
const unrecorded = stay('unrecorded', 'unrecorded', { picture: 'histogram' });
const clocks: SectionPlan = { id: 'clocks', subject: 'clock', rows: 'rule', columns: 'state', measures: ['detained'], picture: 'stacked' };
const lawyer = stay('lawyer', 'lawyer', { columns: 'authority', measures: ['detained'], picture: 'stacked' });
const access: SectionPlan = {
  ...{ id: 'access', subject: 'stay' },
  measures: ['detained', 'rights_explained', 'protocol', 'relatives_told', 'lawyer_requested', 'lawyer_admitted', 'lawyer_denied', 'medical_requested', 'medical_done', 'medical_refused', 'before_judge'],
};
const treatment: SectionPlan = { id: 'treatment', subject: 'stay', measures: ['detained', 'ill_treatment', 'injury', 'deprived', 'medical_refused', 'complained'] };
const rings: SectionPlan = { id: 'rings', subject: 'stay', rows: 'incident', measures: ['ring', 'ring_hours', 'unrecorded'], picture: 'bars' };
const ringTime = stay('ring_time', 'ring_time', { measures: ['ring'], picture: 'histogram' });
const sanctions: SectionPlan = { id: 'sanctions', subject: 'ruling', rows: 'sanction', measures: ['rulings', 'charges', 'arrest_days'], picture: 'bars' };
const articles: SectionPlan = { id: 'articles', subject: 'ruling', rows: 'article', measures: ['rulings', 'charges', 'arrest_days'], picture: 'bars' };
const fines: SectionPlan = { id: 'fines', subject: 'ruling', rows: 'fine_unit', measures: ['fines'] };

/** Every built-in report. Another one is another entry, and its words in words/<language>/reports.json. */
export const reportPlans: readonly ReportPlan[] = [
  {
    id: 'day',
    sections: [headline, byHour, releases, stillHeld, byIncident, byAuthority, { ...byRegion, id: 'by_region' }, bySex, byAge, byRole, held, rings, ringTime, access, treatment, clocks, byOutcome, sanctions, articles, fines],
  },
  {
    id: 'month',
    sections: [
      incident('reported_by_month', 'month', { picture: 'line', measures: ['reported', 'incidents', 'known_people'] }),
      incident('reported_by_region', 'region', { picture: 'map' }),
      incident('month_region', 'month', { columns: 'region', measures: ['reported'], picture: 'multiples' }),
      incident('by_theme', 'theme'),
      incident('by_permission', 'permission', { picture: 'bars' }),
      incident('by_incident_kind', 'incident_kind'),
      incident('by_organiser', 'organiser'),
      incident('largest', 'incident', { measures: ['reported', 'known_people'] }),
    ],
  },
  { id: 'when', sections: [byDay, byHour, releases, stillHeld, stay('by_month', 'month', { picture: 'line' })] },
  { id: 'where', sections: [byRegion, byAuthority, stay('by_place', 'place'), stay('by_facility', 'facility'), stay('region_authority', 'region', { columns: 'authority', measures: ['detained'], picture: 'stacked' })] },
  { id: 'incidents', sections: [byIncident, stay('stays_by_theme', 'theme'), stay('stays_by_permission', 'permission'), stay('stays_by_kind', 'incident_kind')] },
  { id: 'people', sections: [bySex, byAge, byRole, { id: 'times', subject: 'person', rows: 'times', measures: ['people'], picture: 'bars' }] },
  { id: 'outcomes', sections: [byOutcome, stay('by_kind', 'kind'), stay('outcome_authority', 'outcome', { columns: 'authority', measures: ['detained'], picture: 'stacked' })] },
  { id: 'durations', sections: [held, unrecorded, stay('held_kind', 'held', { columns: 'kind', measures: ['detained'], picture: 'stacked' }), { id: 'hours', subject: 'stay', measures: ['held', 'unrecorded', 'ring_hours'] }] },
  { id: 'clocks', sections: [clocks] },
  { id: 'access', sections: [access, lawyer, stay('lawyer_wait', 'lawyer_wait', { measures: ['lawyer_admitted'], picture: 'histogram' })] },
  { id: 'treatment', sections: [treatment, stay('treatment_authority', 'authority', { measures: ['ill_treatment', 'injury', 'deprived', 'complained'] }), stay('treatment_facility', 'facility', { measures: ['ill_treatment', 'injury', 'deprived'] })] },
  { id: 'kettling', sections: [rings, ringTime, stay('ring_region', 'region', { measures: ['ring', 'ring_hours', 'unrecorded'], picture: 'map' }), stay('ring_authority', 'authority', { measures: ['ring', 'ring_hours'] })] },
  { id: 'rulings', sections: [sanctions, articles, { id: 'courts', subject: 'ruling', rows: 'court', measures: ['rulings', 'arrest_days'], picture: 'bars' }, fines, { id: 'article_sanction', subject: 'ruling', rows: 'article', columns: 'sanction', measures: ['rulings'], picture: 'stacked' }] },
  {
    id: 'caseload',
    sections: [
      { id: 'tasks', subject: 'task', rows: 'due', columns: 'priority', measures: ['tasks'], picture: 'stacked' },
      { id: 'tasks_kind', subject: 'task', rows: 'task_kind', columns: 'due', measures: ['tasks'], picture: 'stacked' },
      { id: 'tasks_owner', subject: 'task', rows: 'owner', columns: 'due', measures: ['tasks'], picture: 'stacked' },
      { id: 'stages', subject: 'case', rows: 'stage', measures: ['cases'], picture: 'bars' },
      { id: 'first_contact', subject: 'case', rows: 'first_contact', measures: ['cases'], picture: 'histogram' },
    ],
  },
  { id: 'head-counts', sections: [incident('counts_incident', 'incident', { measures: ['reported', 'known_people'] }), incident('counts_month', 'month', { measures: ['reported', 'known_people', 'incidents'], picture: 'line' }), incident('counts_region', 'region', { measures: ['reported', 'known_people', 'incidents'], picture: 'map' })] },
];

export const reportPlan = (id: string): ReportPlan | undefined => reportPlans.find((one) => one.id === id);
