import sqlite from 'better-sqlite3-multiple-ciphers';
import { instantOf } from '../src/kernel/time/public.js';
import { inserter } from './fill-product.js';
import { madePeople } from './rows.js';

const tables = `
  CREATE TABLE individual (id text PRIMARY KEY, reference text, name text, sex text, born integer, region_code text, note text);
  CREATE TABLE detention (id text PRIMARY KEY, reference text, individual_id text, kind text, region_code text, start_earliest text, ground text);
  CREATE TABLE custody_period (id text PRIMARY KEY, detention_id text, kind text, account text, start_earliest text, end_latest text);
  CREATE TABLE detention_event (id text PRIMARY KEY, detention_id text, kind text, at_earliest text);
  CREATE TABLE deadline (id text PRIMARY KEY, detention_id text, rule_id text, settled text, due_earliest text);
  CREATE INDEX d1 ON detention (start_earliest, id);
  CREATE INDEX d2 ON detention (kind, start_earliest, id);
  CREATE INDEX d3 ON detention (region_code, start_earliest, id);
  CREATE INDEX d4 ON detention (individual_id);
  CREATE INDEX p1 ON custody_period (detention_id);
  CREATE INDEX c1 ON deadline (settled, due_earliest, id);
  CREATE INDEX e1 ON detention_event (detention_id);
`;

/** The same people in the plainest tables that answer the same questions. */
export function fillReference(file: string, key: string, count: number): void {
  const database = new sqlite(file);
  database.pragma(`key = 'raw:${key}'`);
  database.pragma('synchronous = OFF');
  database.exec(tables);
  const put = inserter(database);
  database.exec('BEGIN');
  for (const person of madePeople(count)) {
    const { id, name, sex, born, region, note } = person;
    put('individual', { id, reference: `I-2021-${person.n}`, name, sex, born, region_code: region, note });
    for (const stay of person.detentions) {
      put('detention', {
        ...{ id: stay.id, reference: `D-2021-${stay.n}`, individual_id: id, kind: stay.kind, region_code: stay.region },
        ...{ start_earliest: instantOf(stay.start), ground: stay.ground },
      });
      for (const period of stay.periods) {
        put('custody_period', {
          ...{ id: period.id, detention_id: stay.id, kind: period.kind, account: period.account },
          ...{ start_earliest: instantOf(period.start), end_latest: instantOf(period.end) },
        });
      }
      for (const hours of [3, 24, 48, 72, 240]) {
        const deadline = { id: `${stay.id}/${hours}`, detention_id: stay.id, rule_id: `rule.${hours}h` };
        put('deadline', { ...deadline, settled: hours < 48 ? 'within' : '', due_earliest: instantOf(stay.start + hours * 3_600_000) });
      }
      for (const event of stay.events) {
        put('detention_event', { id: event.id, detention_id: stay.id, kind: event.kind, at_earliest: instantOf(event.at) });
      }
    }
  }
  database.exec('COMMIT');
  database.exec('ANALYZE');
  database.close();
}
