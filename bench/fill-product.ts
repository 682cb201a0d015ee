import { randomBytes } from 'node:crypto';
import sqlite from 'better-sqlite3-multiple-ciphers';
import { skeletonOf, wordsOf } from '../src/kernel/text/public.js';
import { HOME_TEAM } from '../src/kernel/actor/public.js';
import { seal, type Keys } from '../src/kernel/crypto/public.js';
import { instantOf } from '../src/kernel/time/public.js';
import { madePeople } from './rows.js';

type Row = Record<string, string | number | null>;

/**
 * Fills a migrated database as the product would have: every private part sealed under its subject's key, every row with
 * its version. Written straight into the tables, because this is not what is measured.
 */
export function fillProduct(file: string, keys: Keys, count: number, by: string, told: (done: number) => void): void {
  const database = new sqlite(file);
  database.pragma(`key = 'raw:${keys.database}'`);
  database.pragma('synchronous = OFF');
  const put = inserter(database);
  database.exec('BEGIN');
  for (const person of madePeople(count)) {
    const key = randomBytes(32);
    const at = person.at;
    const base = { version: 1, recorded_at: at, recorded_by: by, changed_at: at, changed_by: by, subject: person.id, team_id: HOME_TEAM };
    const keep = (kind: string, table: string, row: Row, plain: object, fields: object): void => {
      const sealed = seal(key, JSON.stringify({ fields, because: null }), `${kind}:${row.id}`);
      put(table, { ...row, ...base, sealed });
      put('record_version', {
        ...{ kind, record_id: row.id ?? null, version: 1, recorded_at: at, recorded_by: by, source_id: null },
        ...{ subject: person.id, plain: JSON.stringify(plain), sealed },
      });
    };
    put('subject_key', { subject: person.id, wrapped: seal(keys.wrap, key.toString('base64'), person.id), created_at: at });
    const plain = { reference: `I-2021-${person.n}`, sex: person.sex, bornEarliest: person.born, bornLatest: person.born, regionCode: person.region };
    keep(
      'individual',
      'individual',
      {
        ...{ id: person.id, reference: `I-2021-${person.n}`, sex: person.sex, born_earliest: person.born, born_latest: person.born },
        ...{ region_code: person.region, roles: '["participant"]', minor: 0, external_token: null },
      },
      { ...plain, roles: ['participant'], minor: false, externalToken: null },
      { names: [{ text: person.name, kind: 'full', script: null }], notes: person.note },
    );
    for (const token of new Set(wordsOf(person.name).map(skeletonOf))) {
      put('name_token', { individual_id: person.id, token: keys.token('individual name', token) });
    }
    for (const stay of person.detentions) {
      const start = instantOf(stay.start);
      const said = { reference: `D-2021-${stay.n}`, individualId: person.id, kind: stay.kind, regionCode: stay.region };
      keep(
        'detention',
        'detention',
        {
          ...{ id: stay.id, reference: said.reference, individual_id: person.id, incident_id: null, kind: stay.kind },
          ...{ authority_kind: 'police', outcome: 'unknown', region_code: stay.region },
          ...{ counted_at_least: 1, counted_at_most: 1, start_earliest: start, start_latest: start },
        },
        said,
        { ground: stay.ground, description: null, unnamed: null },
      );
      for (const period of stay.periods) {
        keep(
          'custody-period',
          'custody_period',
          {
            ...{ id: period.id, detention_id: stay.id, kind: period.kind, account: period.account, place_id: null },
            ...{ source_id: null, withdrawn: 0, ...bounds('start', period.start), ...bounds('end', period.end) },
          },
          { detentionId: stay.id, kind: period.kind },
          { placeWords: 'Square', note: null },
        );
        const minutes = Math.round((period.end - period.start) / 60_000);
        put('detention_duration', {
          ...{ id: `${stay.id}/period/${period.id}`, detention_id: stay.id, measure: 'period', account: period.account, period_id: period.id },
          ...{ min_minutes: minutes, max_minutes: minutes, open: 0, method: '1', computed_at: at },
        });
      }
      for (const event of stay.events) {
        keep(
          'detention-event',
          'detention_event',
          {
            ...{ id: event.id, detention_id: stay.id, kind: event.kind, account: 'observed', place_id: null },
            ...{ source_id: null, withdrawn: 0, ...bounds('at', event.at) },
          },
          { detentionId: stay.id, kind: event.kind },
          { note: null },
        );
      }
      if (stay.followUp) {
        keep(
          'follow-up',
          'follow_up_action',
          {
            ...{ id: stay.followUp.id, kind: 'appeal', case_id: null, individual_id: null, detention_id: stay.id, incident_id: null },
            ...{ owner_id: by, priority: 'normal', status: 'open', status_at: at, status_by: by, ...bounds('due', stay.followUp.due) },
          },
          { kind: 'appeal', detentionId: stay.id },
          { task: 'Appeal', outcome: null },
        );
      }
    }
    if (person.n % 1000 === 999) told(person.n + 1);
  }
  database.exec('COMMIT');
  database.exec('ANALYZE');
  database.close();
}

function bounds(prefix: string, milliseconds: number): Row {
  const at = instantOf(milliseconds);
  return {
    [`${prefix}_earliest`]: at,
    [`${prefix}_latest`]: at,
    [`${prefix}_precision`]: 'exact',
    [`${prefix}_zone`]: 'Asia/Almaty',
  };
}

/** One prepared statement a table. */
export function inserter(database: sqlite.Database): (table: string, row: Row) => void {
  const statements = new Map<string, sqlite.Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const known =
      statements.get(table) ??
      database.prepare(`INSERT INTO ${table} (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    statements.set(table, known);
    known.run(...Object.values(row));
  };
}
