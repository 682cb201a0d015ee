export type EsfTable = 'event' | 'act' | 'person';

/** What each table is read from; `id` is the key it is paged by. */
export const esfListings = {
  event: {
    subject: 'incident',
    person: null,
    columns: 'n.id AS id, n.reference AS reference, n.kind AS kind, n.region_code AS region, n.start_earliest AS a, n.start_latest AS b, n.start_zone AS zone, n.end_earliest AS c, n.end_latest AS d, n.end_zone AS end_zone',
    page: 'n.id',
    sealable: [['incident', 'n.id']],
  },
  act: {
    subject: 'stay',
    person: 'd.individual_id',
    columns: 'd.id AS id, d.reference AS reference, i.reference AS victim, n.reference AS event, d.kind AS kind, d.outcome AS outcome, d.counted_at_least AS least, d.counted_at_most AS most, f.start_first AS a, f.start_last AS b, f.end_first AS c, f.end_last AS d',
    joins: 'LEFT JOIN individual i ON i.id = d.individual_id',
    page: 'd.id',
    sealable: [['detention', 'd.id'], ['individual', 'd.individual_id']],
  },
  person: {
    subject: 'person',
    person: 'i.id',
    columns: 'i.id AS id, i.reference AS reference, i.sex AS sex, i.born_earliest AS a, i.born_latest AS b, i.roles AS roles',
    page: 'i.id',
    sealable: [['individual', 'i.id']],
  },
} as const;
export type Listing = (typeof esfListings)[EsfTable];

/** Rows read at a time. */
export const LISTED = 500;
