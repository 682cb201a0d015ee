import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isMasked, isWithheld, mayFill, seenFields } from '../../src/access/public.js';
import { consentKind, disclosureKind } from '../../src/consents/public.js';
import { caseKind } from '../../src/cases/public.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from '../../src/detentions/public.js';
import { evidenceKind } from '../../src/evidence/public.js';
import { followUpKind } from '../../src/follow-ups/public.js';
import { headCountKind, incidentKind } from '../../src/incidents/public.js';
import { individualKind } from '../../src/individuals/public.js';
import type { Actor } from '../../src/kernel/actor/public.js';
import { fieldsOf, type RecordKind } from '../../src/kernel/record/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { affiliationKind, organisationKind } from '../../src/organisations/public.js';
import { submissionKind } from '../../src/submissions/public.js';
import { placeKind } from '../../src/places/public.js';
import { sourceKind } from '../../src/sources/public.js';
import { Accounts } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { cast, people, type Person } from '../support/cast.js';

const golden = join(projectRoot(), 'docs', 'field-matrix.md');

/** A kind, and the permission by which its records are read and written. */
const kinds: readonly [RecordKind, string][] = (
  [
    [individualKind, 'individual'],
    [affiliationKind, 'organisation'],
    [organisationKind, 'organisation'],
    [sourceKind, 'source'],
    [placeKind, 'place'],
    [incidentKind, 'incident'],
    [headCountKind, 'incident'],
    [consentKind, 'consent'],
    [disclosureKind, 'disclosure'],
    [submissionKind, 'submission'],
    [detentionKind, 'detention'],
    [custodyPeriodKind, 'detention'],
    [detentionEventKind, 'detention'],
    [caseKind, 'case'],
    [followUpKind, 'follow-up'],
    [evidenceKind, 'evidence'],
  ] as const
).map(([kind, permission]) => [kind as unknown as RecordKind, permission]);

const roles = people.filter((person, n) => people.findIndex((other) => cast[other].role === cast[person].role) === n);

/**
 * Every field of every kind of record, and what each role has of it. docs/field-matrix.md is the answer: a new field fails
 * here until that file says who may. `UPDATE_GOLDEN=1 npm test -- test/access` writes it anew.
 */
describe('the field matrix', () => {
  let habeas: TestApp;
  const actors = new Map<Person, Actor>();
  beforeAll(async () => {
    habeas = await TestApp.start('sqlite');
    for (const person of roles) actors.set(person, await habeas.app.get(Accounts).asActor(habeas.ids[person]));
  });
  afterAll(() => habeas.stop());

  it('is what the running application gives and takes', () => {
    const lines = kinds.flatMap(([kind, permission]) =>
      Object.entries(fieldsOf(kind)).map(([field, fieldClass]) => `| ${kind.name} | ${field} | ${fieldClass} | ${roles.map((person) => cell(actors.get(person) as Actor, kind, field, permission)).join(' | ')} |`),
    );
    const text = head + lines.join('\n') + '\n';
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('holds at the door: what it withholds is in no answer, and what may not be written is not', async () => {
    const aigerim = await habeas.as('aigerim');
    const words = 'UNSEEN';
    const made = await aigerim.post<{ id: string }>('/api/v1/individuals', {
      ...{ names: [{ text: `${words} name`, kind: 'full' }], phones: [`${words} phone`], address: `${words} address`, documents: `${words} papers` },
      ...{ medicalNeed: `${words} need`, description: `${words} story`, occupation: `${words} work`, nationality: `${words} nation` },
    });
    expect(made.status).toBe(201);
    for (const person of roles) {
      const actor = actors.get(person) as Actor;
      if (!actor.permissions.has('individual.read') || cast[person].role === 'intake_volunteer') continue;
      const client = await habeas.as(person);
      for (const path of [`/api/v1/individuals/${made.body.id}`, `/api/v1/individuals/${made.body.id}/versions`, `/individuals/${made.body.id}`, `/history/individual/${made.body.id}`]) {
        const { status, text } = await client.get(path);
        expect([person, path, status]).toEqual([person, path, 200]);
        for (const [field, said] of [['medicalNeed', 'need'], ['phones', 'phone'], ['address', 'address'], ['documents', 'papers'], ['description', 'story']] as const) {
          const visible = cell(actor, individualKind as unknown as RecordKind, field, 'individual').startsWith('read');
          if (!visible) expect([person, path, field, text.includes(`${words} ${said}`)]).toEqual([person, path, field, false]);
        }
      }
      for (const field of ['medicalNeed', 'address', 'description']) {
        const { status } = await client.patch(`/api/v1/individuals/${made.body.id}`, 99, { [field]: 'other' });
        const writes = cell(actor, individualKind as unknown as RecordKind, field, 'individual').includes('write') && actor.permissions.has('individual.revise');
        expect([person, field, status]).toEqual([person, field, writes ? 412 : 403]);
      }
    }
  });
});

const head = [
  '# What each role has of every field',
  '',
  'Written by test/access from the running application with the roles as shipped, and checked by it. `read`: shown; `masked`: said to be there, and',
  'shown one at a time on asking, each with an entry in the log; `hidden`: said to be withheld, never sent; `write`: may be filled in and corrected (numbers the product gives itself, such as `reference`, are taken from nobody);',
  '`–`: the role reads no record of this kind. Which records, is decided record by record ([access matrix](access-matrix.md)).',
  '',
  `| record | field | class | ${roles.map((person) => cast[person].role.replace('_', ' ')).join(' | ')} |`,
  `|---|---|---|${roles.map(() => '---').join('|')}|`,
  '',
].join('\n');

function cell(actor: Actor, kind: RecordKind, field: string, permission: string): string {
  if (!actor.permissions.has(`${permission}.read`)) return '–';
  const value = seenFields(actor, kind, { [field]: 'something' })[field];
  const read = !isWithheld(value) ? 'read' : isMasked(kind, field) && value.masked ? 'masked' : 'hidden';
  const writes = actor.permissions.has(`${permission}.record`) && mayFill(actor, fieldsOf(kind)[field] ?? 'open');
  return writes ? `${read}, write` : read;
}
