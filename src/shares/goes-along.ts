import { CircleRecord } from '../access/public.js';
import { CaseDetention, CaseIndividual, type Case, type Joining } from '../cases/public.js';
import type { ConsentAbout } from '../consents/public.js';
import { CustodyPeriod, Detention, DetentionEvent } from '../detentions/public.js';
import { Evidence } from '../evidence/public.js';
import { Individual } from '../individuals/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { Source } from '../sources/public.js';
import { codedValue } from '../vocabularies/public.js';

type Manager = Work['manager'];

/** Somebody whose data the members of a case read: a person in it, or a source behind what is told there. */
export interface Subject {
  readonly about: ConsentAbout;
  readonly id: string;
  readonly reference: string;
  /** The team that recorded them, and knows of them anyhow. */
  readonly teamId: string;
}

/** One record of a case with everybody who comes along with it: the person and the sources behind their stays and files. */
export interface Bundle {
  readonly kind: Joining['kind'] | 'case';
  readonly id: string;
  readonly subjects: readonly Subject[];
}

/** Everybody who comes along with a case. Files about the case itself make a bundle of their own. */
export async function bundlesOf(manager: Manager, { id: caseId, circleId }: Pick<Case, 'id' | 'circleId'>): Promise<Bundle[]> {
  const people = await rowsOf(manager, CaseIndividual, 'WHERE r.case_id = :caseId ORDER BY r.added_at, r.individual_id', { caseId });
  const unnamed = 'WHERE r.case_id = :caseId AND EXISTS (SELECT 1 FROM detention d WHERE d.id = r.detention_id AND d.individual_id IS NULL) ORDER BY r.added_at, r.detention_id';
  const stays = await rowsOf(manager, CaseDetention, unnamed, { caseId });
  const hidden = await rowsOf(manager, CircleRecord, `WHERE r.circle_id = :circleId AND r.kind = 'source' ORDER BY r.joined_at, r.record_id`, { circleId });
  const joined = [
    ...people.map(({ individualId }): Joining => ({ kind: 'individual', id: individualId })),
    ...stays.map(({ detentionId }): Joining => ({ kind: 'detention', id: detentionId })),
    ...hidden.map(({ recordId }): Joining => ({ kind: 'source', id: recordId })),
  ];
  const bundles = [];
  for (const one of joined) bundles.push(await bundleOf(manager, one));
  const files = await sourcesIn(manager, await rowsOf(manager, Evidence, 'WHERE r.case_id = :caseId', { caseId }));
  return files.length > 0 ? [...bundles, { kind: 'case', id: caseId, subjects: files }] : bundles;
}

/** Everybody who comes along with one record. */
export async function bundleOf(manager: Manager, { kind, id }: Joining): Promise<Bundle> {
  if (kind === 'source') return { kind, id, subjects: await personal(manager, [id]) };
  const [person] = kind === 'individual' ? await rowsOf(manager, Individual, 'WHERE r.id = :id', { id }) : [];
  const own = person ? [{ about: 'individual' as const, id, reference: person.reference, teamId: person.teamId }] : [];
  const stays = kind === 'individual' ? await rowsOf(manager, Detention, 'WHERE r.individual_id = :id', { id }) : [{ id }];
  const files = await rowsOf(manager, Evidence, `WHERE r.${kind === 'individual' ? 'individual_id' : 'detention_id'} = :id`, { id });
  return { kind, id, subjects: [...own, ...(await sourcesBehind(manager, stays.map((stay) => stay.id), files))] };
}

/** People behind what is told of some stays, and behind some files. Also of accounts that were withdrawn: they stay in the history, which members read. */
async function sourcesBehind(manager: Manager, stayIds: readonly string[], files: readonly Evidence[]): Promise<Subject[]> {
  if (stayIds.length === 0) return sourcesIn(manager, files);
  const where = 'WHERE r.detention_id IN (:...stayIds)';
  const told = [...(await rowsOf(manager, CustodyPeriod, where, { stayIds })), ...(await rowsOf(manager, DetentionEvent, where, { stayIds }))];
  const evidence = await rowsOf(manager, Evidence, where, { stayIds });
  return sourcesIn(manager, [...told, ...evidence, ...files]);
}

type Told = Pick<Evidence, 'sourceId'> & Partial<Pick<CustodyPeriod, 'moreSourceIds'>>;

const sourcesIn = (manager: Manager, told: readonly Told[]): Promise<Subject[]> =>
  personal(manager, [...new Set(told.flatMap(({ sourceId, moreSourceIds }) => [...(sourceId ? [sourceId] : []), ...(moreSourceIds ?? [])]))]);

/** Sources somebody stands behind: a paper has nobody to ask. */
async function personal(manager: Manager, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const sources = await rowsOf(manager, Source, 'WHERE r.id IN (:...ids) ORDER BY r.reference', { ids });
  return sources.filter(({ kind }) => codedValue('source-kinds', kind)?.asks_consent === true).map(({ id, reference, teamId }) => ({ about: 'source', id, reference, teamId }));
}
