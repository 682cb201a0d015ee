import { randomBytes } from 'node:crypto';
import { HOME_TEAM } from '../../src/kernel/actor/public.js';
import { seal, type Keys } from '../../src/kernel/crypto/public.js';
import { instantOf } from '../../src/kernel/time/public.js';
import { Random } from '../random.js';
import { madePeople, type MadeDetention, type MadeIndividual } from '../rows.js';
import { factsOf } from './facts.js';
import { Cards, type Ruled } from './cards.js';
import { plainFact } from './plain-fact.js';

export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type Named = readonly [table: string, row: Row];

/** In the order in which rows may be put: what is referred to comes first. */
export const tables = ['subject_key', 'place', 'staff', 'circle', 'circle_member', 'incident', 'head_count', 'individual', 'detention', 'detention_fact', 'plain_fact', 'detention_event', 'case_file', 'case_individual', 'follow_up_action', 'circle_record', 'restriction', 'fact_text', 'reference_counter'] as const;

export const OTHER_TEAM = 'ffffffff-0000-7000-8000-000000000002';
/** Who the measured reports are for, and a colleague who keeps cases of their own. */
export const READER = 'ffffffff-0000-7000-8000-000000000003';
const COLLEAGUE = 'ffffffff-0000-7000-8000-000000000004';

const idOf = (table: number, n: number): string => `0177d${table.toString(16)}${(n >>> 16).toString(16).padStart(2, '0')}-${(n & 0xffff).toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** As long as a sealed part is: figures never open it, but the pages it fills are read all the same. */
const sealed = (length: number): string => 'q7Jx2vWm'.repeat(length / 8);

const themes = ['elections', 'land', 'wages', 'housing', 'environment', 'solidarity', 'memory', 'prices', 'war', 'courts', 'language', 'other'];
const authorities = ['police', 'police', 'police', 'riot_police', 'riot_police', 'national_guard', 'plain_clothes', 'unknown'];
const outcomes = ['released_no_paper', 'released_with_protocol', 'released_with_protocol', 'fined', 'administrative_arrest', 'warned', 'let_out_of_cordon', 'unknown'];
const permissions = ['not_agreed', 'not_agreed', 'not_agreed', 'agreed', 'not_needed', 'unknown'];
const roles = ['["participant"]', '["participant"]', '["participant"]', '["journalist"]', '["observer","participant"]', '["passer_by"]', '["unknown"]'];
const regions = ['KZ-75', 'KZ-75', 'KZ-71', 'KZ-79', 'KZ-35', 'KZ-27', 'KZ-10', 'KZ-33', 'KZ-63', null];
const rulings = ['ruling_fine', 'ruling_fine', 'ruling_admin_arrest', 'ruling_warning', 'ruling_discontinued'];

/**
 * Only the tables reports count from, in the proportions of the counts of mass events that were published (15 detentions an event, most of them in few
 * large ones, 1 police station to 50 detentions), with the facts the product derives. Only incidents and
 * rulings can be opened, for their words stand in tables: nothing else that figures are counted from ever is.
 */
export function* madeRows(people: number, keys: Keys): Generator<Named> {
  const [incidents, places] = [Math.max(10, Math.ceil(people / 10)), Math.max(10, Math.ceil(people / 300))];
  const random = new Random(11);
  for (let n = 0; n < places; n += 1) yield ['place', { ...base(idOf(6, n), 0), kind: 'police_station', region_code: random.of(regions), zone: 'Asia/Almaty', name: `Station ${n}`, name_key: `station ${n}`, aliases: '[]' }];
  for (const id of [READER, COLLEAGUE]) yield ['staff', { id, sign_in_token: id.slice(-32), sealed: sealed(80), role: 'manager', language: 'en', created_at: instantOf(START), created_by: 'bench', team_id: HOME_TEAM }];
  for (let n = 0; n < incidents; n += 1) yield* ofIncident(random, keys, n);
  const [subject, key] = [idOf(9, 0), randomBytes(32)];
  yield ['subject_key', { subject, wrapped: seal(keys.wrap, key.toString('base64'), subject), created_at: instantOf(START) }];
  const sealer: Sealer = {
    token: (field, text) => keys.token(field, text),
    event: (id, article) => ({ subject, sealed: seal(key, JSON.stringify({ fields: { kindWords: null, article, note: null }, because: null }), `detention-event:${id}`) }),
  };
  const cards = new Cards();
  let cases = 0;
  for (const person of madePeople(people)) {
    const [team, open] = [random.below(20) === 0 ? OTHER_TEAM : HOME_TEAM, random.below(30) > 0];
    const said = { reference: `I-${person.n}`, sex: random.below(12) === 0 ? 'unknown' : person.sex, region_code: person.region, roles: random.of(roles), minor: person.born > 2004 };
    const born = random.below(3) === 0 ? null : person.born;
    const known = { ...said, born_earliest: born, born_latest: born };
    yield ['individual', { ...base(person.id, 400, team), ...known }];
    for (const stay of person.detentions) yield* ofStay(random, sealer, cards, { ...person, known }, stay, team, [incidents, places]);
    if (!open) yield* ofCase(random, person, cases++);
    if (person.n % 500 === 7) yield ['restriction', { id: idOf(8, person.n), individual_id: person.id, ground: 'accuracy', sealed: sealed(80), set_at: person.at, set_by: READER, lifted_at: person.n % 1000 === 7 ? person.at : null }];
  }
  yield* cards.texts();
}

interface Sealer {
  token(field: string, text: string): string;
  event(id: string, article: string): Row;
}

const START = 1_610_000_000_000; // 7 January 2021
const HOUR = 3_600_000;
const at = (n: number): number => START + ((n * 7919) % (1800 * 24)) * HOUR;

const base = (id: string, length: number, team: string = HOME_TEAM): Row => ({
  ...{ id, version: 1, recorded_at: instantOf(START), recorded_by: COLLEAGUE, changed_at: instantOf(START), changed_by: COLLEAGUE, subject: id, sealed: sealed(length), team_id: team },
});

function* ofIncident(random: Random, keys: Keys, n: number): Generator<Named> {
  const id = idOf(1, n);
  const [begins, key] = [instantOf(at(n)), randomBytes(32)];
  yield ['subject_key', { subject: id, wrapped: seal(keys.wrap, key.toString('base64'), id), created_at: begins }];
  const kinds = { kind: random.of(['single_picket', 'picket', 'assembly', 'march', 'containment']), permission: random.of(permissions), organiser_kind: random.of(['activist', 'institutional', 'spontaneous', null]), authority_kind: random.of(authorities) };
  const time = { start_earliest: begins, start_latest: begins, start_precision: 'exact', start_zone: 'Asia/Almaty' };
  const theme = random.of(themes);
  const fields = { title: `Event ${n} at the square`, theme, description: sealed(240), organiser: null, links: [], sourceWords: null };
  yield ['incident', { ...base(id, 0), sealed: seal(key, JSON.stringify({ fields, because: null }), `incident:${id}`), reference: `N-${n}`, region_code: random.of(regions), place_ids: '[]', theme_token: keys.token('incident theme', theme), source_ids: '[]', ...kinds, ...time }];
  const least = 1 + random.below(40);
  for (let count = 0; count <= n % 2; count += 1) yield ['head_count', { ...base(idOf(2, n * 2 + count), 0), incident_id: id, at_least: least + count, at_most: n % 9 === 0 ? null : least + count * 5 }];
}

type Person = MadeIndividual & { readonly known: { readonly sex: string; readonly roles: string; readonly minor: boolean; readonly born_earliest: number | null; readonly born_latest: number | null } };

function* ofStay(random: Random, sealer: Sealer, cards: Cards, person: Person, stay: MadeDetention, team: string, [incidents, places]: readonly [number, number]): Generator<Named> {
  // Large events take most people: the square of a random number falls on few.
  const incident = random.below(10) === 0 ? null : Math.floor(random.next() ** 2 * incidents);
  const start = incident === null ? stay.start : at(incident) + random.below(3) * HOUR;
  const task = stay.followUp && { kind: random.of(['appeal', 'complaint', 'find_lawyer', 'call_relatives', 'complaint_ill_treatment']), status: random.of(['open', 'done', 'done']), priority: random.of(['normal', 'high', 'urgent']) };
  const facts = factsOf(random, start, random.below(6) === 0 ? null : idOf(6, random.below(places)), task?.kind.startsWith('complaint') === true);
  const kinds = { kind: stay.kind, authority_kind: random.of(authorities), outcome: random.of(outcomes), region_code: random.of(regions) };
  const group = random.below(25) === 0 ? 2 + random.below(20) : 1;
  const counted = { counted_at_least: group, counted_at_most: group === 1 ? 1 : random.below(10) === 0 ? null : group + 5 };
  const own = { reference: `D-${stay.n}`, individual_id: group === 1 ? person.id : null, incident_id: incident === null ? null : idOf(1, incident) };
  yield ['detention', { ...base(stay.id, 640, team), ...own, ...kinds, ...counted, start_earliest: instantOf(start), start_latest: instantOf(start) }];
  const ruled = random.below(3) === 0 ? random.of(rulings) : null;
  const article = `KoAP ${480 + random.below(12)}`;
  const kindsOfEvents = ['contained', 'detention_protocol_drawn', 'released_no_charge', ...(facts.flags.includes('charged') ? ['charged_admin'] : []), ...(ruled ? [ruled] : [])];
  const decisions: Ruled[] = [];
  for (const [n, kind] of kindsOfEvents.entries()) {
    const id = idOf(3, stay.n * 6 + n);
    const decided = /^(ruling|charged)/.test(kind);
    const sanction = { article_token: decided ? sealer.token('detention-event article', article) : null, fine_amount: kind === 'ruling_fine' ? 10 + random.below(40) : null, fine_unit: kind === 'ruling_fine' ? 'kz_mci' : null, sanction_days: kind === 'ruling_admin_arrest' ? 1 + random.below(25) : null };
    const court = kind.startsWith('ruling') ? idOf(6, random.below(places)) : null;
    if (decided) decisions.push({ kind, withdrawn: false, articleToken: sanction.article_token, placeId: court, sanctionDays: sanction.sanction_days, fineAmount: sanction.fine_amount, fineUnit: sanction.fine_unit });
    yield ['detention_event', { ...base(id, 120, team), ...(decided ? sealer.event(id, article) : {}), detention_id: stay.id, kind, account: 'observed', withdrawn: false, place_id: court, ...sanction }];
  }
  const of = { region: kinds.region_code, kind: kinds.kind, authority: kinds.authority_kind, outcome: kinds.outcome, incident_of: own.incident_id, counted_least: group, counted_most: counted.counted_at_most };
  const { sex, roles, minor, born_earliest, born_latest } = person.known;
  const who = group === 1 ? { sex, roles, born_earliest, born_latest, minor: minor ? 'yes' : 'no' } : { sex: null, roles: null, born_earliest: null, born_latest: null, minor: null };
  yield ['detention_fact', { detention_id: stay.id, team_id: team, individual_id: own.individual_id, ...cards.of({ ...facts, ...of, ...who }, group === 1 ? person.n + 1 : null, decisions) }];
  yield ['plain_fact', plainFact(stay.id, facts)];
  if (stay.followUp) {
    yield ['follow_up_action', { ...base(stay.followUp.id, 200, team), ...task, detention_id: stay.id, owner_id: READER, status_at: instantOf(start + 40 * HOUR), status_by: READER, due_earliest: instantOf(stay.followUp.due), due_latest: instantOf(stay.followUp.due) }];
  }
}

/** A case with its circle, in which the person and their detentions lie; the reader is a member of every second one. */
function* ofCase(random: Random, person: MadeIndividual, n: number): Generator<Named> {
  const [id, circle, lead] = [idOf(4, n), idOf(5, n), n % 2 === 0 ? READER : COLLEAGUE];
  yield ['circle', { id: circle, opened_at: person.at, opened_by: lead, kind: 'case' }];
  yield ['circle_member', { id: idOf(7, n), circle_id: circle, staff_id: lead, added_at: person.at, added_by: lead }];
  yield ['case_file', { ...base(id, 300), reference: `C-${n}`, circle_id: circle, stage: random.of(['open', 'in_court', 'closed']), outcome: 'unknown', priority: random.of(['normal', 'high']), lead_id: lead }];
  yield ['case_individual', { case_id: id, individual_id: person.id, added_at: person.at, added_by: lead }];
  const records = [['case', id], ['individual', person.id], ...person.detentions.map((stay) => ['detention', stay.id])] as const;
  for (const [kind, record] of records) yield ['circle_record', { circle_id: circle, kind: kind as string, record_id: record as string, joined_at: person.at, joined_by: lead }];
}
