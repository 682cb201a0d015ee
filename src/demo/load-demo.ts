import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { roles, type StaffRole } from '../access/public.js';
import { RecordDetention } from '../detentions/public.js';
import { RecordIncident } from '../incidents/public.js';
import { RecordIndividual } from '../individuals/public.js';
import { HOME_TEAM, systemActor, type Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Affiliate, RecordOrganisation } from '../organisations/public.js';
import { RecordPlace } from '../places/public.js';
import { RecordSource } from '../sources/public.js';
import { Accounts, Passwords, Teams } from '../staff/public.js';
import { detentions } from './cast/detentions.js';
import { incidents } from './cast/incidents.js';
import { organisations } from './cast/organisations.js';
import { people } from './cast/people.js';
import { places } from './cast/places.js';
import { sources } from './cast/sources.js';
import { staff } from './cast/staff.js';
import type { CastStaffKey } from './cast/types.js';
import { Keys } from './keys.js';
import { detentionInput, incidentInput, organisationInput, personInput, placeInput, sourceInput } from './inputs.js';
import { loadConsents } from './load-consents.js';
import { loadImports, takeImportsBack } from './load-imports.js';
import { loadPublications } from './load-publications.js';
import { loadSubmissions } from './load-submissions.js';
import { loadEvidence } from './load-evidence.js';
import { loadCases } from './load-cases.js';
import { loadDataRights } from './load-data-rights.js';

export interface DemoAccount {
  readonly role: StaffRole;
  readonly signInName: string;
  readonly password: string;
}

/** Tells the invented day through the same use cases as people do. Answers the accounts with their passwords. */
export async function loadDemo(app: NestExpressApplication): Promise<DemoAccount[]> {
  const { accounts, actors } = await loadStaff(app);
  const keys = await loadRecord(app, actors.aigerim);
  await loadAffiliations(app, actors.aigerim, keys);
  await loadConsents(app, actors.aigerim, keys);
  const imports = await loadImports(app, actors.aigerim, keys);
  await loadSubmissions(app, actors.dana, keys);
  await loadCases(app, actors, keys);
  await takeImportsBack(app, actors.aigerim, imports);
  await loadEvidence(app, actors.aigerim, keys);
  await loadDataRights(app, actors, keys);
  await loadPublications(app, actors);
  return accounts;
}

async function loadStaff(app: NestExpressApplication): Promise<{ accounts: DemoAccount[]; actors: Record<CastStaffKey, Actor> }> {
  const directory = app.get(Accounts);
  const machine = systemActor('demo');
  const actors: Partial<Record<CastStaffKey, Actor>> = {};
  const accounts: DemoAccount[] = [];
  for (const { key, signInName, name, role, language, partner } of staff) {
    const teams = app.get(Teams);
    const teamId = partner ? await teams.create(machine, partner) : HOME_TEAM;
    const { id, secret } = await directory.create(machine, { signInName, name, role, language, expiresAt: null, teamId });
    if (partner) await teams.change(machine, teamId, partner, id);
    const password = `demo ${randomBytes(9).toString('base64url')}`;
    await app.get(Passwords).set(machine, secret, password);
    accounts.push({ role, signInName, password });
    const rights = roles[role];
    actors[key] = {
      ...machine,
      ...{ id, role, teamId },
      permissions: new Set<string>(rights.permissions),
      fieldClasses: new Set<string>(rights.reads),
      writeClasses: new Set<string>(rights.writes),
    };
  }
  return { accounts, actors: actors as Record<CastStaffKey, Actor> };
}

/** Everything that was recorded before cases were opened, in one transaction: a demonstration is whole or not there. */
function loadRecord(app: NestExpressApplication, actor: Actor): Promise<Keys> {
  return app.get(UnitOfWork).run(actor, async (work) => {
    const keys = new Keys();
    for (const one of places) keys.set('place', one.key, await app.get(RecordPlace).within(work, placeInput(one)));
    for (const one of sources) keys.set('source', one.key, await app.get(RecordSource).within(work, sourceInput(one)));
    for (const one of organisations) keys.set('organisation', one.key, await app.get(RecordOrganisation).within(work, organisationInput(one)));
    for (const one of people) {
      keys.set('person', one.key, await app.get(RecordIndividual).within(work, personInput(one)));
    }
    for (const one of incidents) keys.set('incident', one.key, await app.get(RecordIncident).within(work, incidentInput(one, keys)));
    for (const one of detentions) keys.set('detention', one.key, await app.get(RecordDetention).within(work, detentionInput(one, keys)));
    work.note({ act: 'demo.loaded', kind: 'instance', recordId: null, facts: { people: people.length } });
    return keys;
  });
}

async function loadAffiliations(app: NestExpressApplication, actor: Actor, keys: Keys): Promise<void> {
  for (const { key, affiliations = [] } of people) {
    for (const { organisation, relation, role } of affiliations) {
      const individualId = keys.get('person', key);
      await app.get(Affiliate).run(actor, keys.get('organisation', organisation), { individualId, relation, role });
    }
  }
}
