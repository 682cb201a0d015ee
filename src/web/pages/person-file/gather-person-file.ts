import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { isWithheld } from '../../../access/public.js';
import { AuditEntry } from '../../../audit/public.js';
import { caseKind } from '../../../cases/public.js';
import { Reach } from '../../../access/public.js';
import { FindConsents } from '../../../consents/public.js';
import { FindDetentions, type DetentionView } from '../../../detentions/public.js';
import { mentionsOf } from '../../../erasure/public.js';
import { followUpKind } from '../../../follow-ups/public.js';
import { FindIndividuals, maskedOfIndividual } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { boundsOf } from '../../../kernel/db/public.js';
import { FindRequests } from '../../../requests/public.js';
import { proposed } from './marked-text.js';
import type { FileDetention, FileText, FileWithheld, PersonFile } from './person-file.js';

/** Fields of a person that name nobody else. Relatives are others. */
const own = ['names', 'sex', 'birth', 'ageSaid', 'bornEarliest', 'bornLatest', 'minor', 'regionCode', 'roles', 'nationality', 'occupation', 'vulnerabilities', 'medicalNeed', 'phones', 'address', 'documents'] as const;

type Gathered = Omit<PersonFile, 'madeAt' | 'texts'> & { readonly all: readonly FileText[] };

/** Gathers everything about one person that the actor reads, and apart from it the free texts somebody has to look through first. */
@Injectable()
export class GatherPersonFile {
  constructor(
    private readonly individuals: FindIndividuals,
    private readonly detentions: FindDetentions,
    private readonly consents: FindConsents,
    private readonly requests: FindRequests,
    private readonly reach: Reach,
    private readonly reader: EntityManager,
  ) {}

  /** @throws Problem `not_found` */
  async of(actor: Actor, id: string): Promise<Gathered> {
    const view = await this.individuals.revealed(actor, id, maskedOfIndividual);
    const stays = await this.detentions.several(actor, { individualIds: [id] });
    const versions = await this.individuals.history(actor, id);
    const [standing, disclosures, requests] = await Promise.all([this.consents.standing('individual', id), this.consents.disclosures(actor, { about: 'individual', id, limit: 200 }), this.requests.about(actor, id)]);
    const cases = await this.reach.rows(actor, caseKind, 'r.id IN (SELECT ci.case_id FROM case_individual ci WHERE ci.individual_id = :id) ORDER BY r.id', { id });
    const tasks = await this.reach.rows(actor, followUpKind, 'r.individual_id = :id ORDER BY r.id', { id });
    const fields = view as unknown as Readonly<Record<string, unknown>>;
    const all = [...textsOf('individual', fields, ['description', 'notes']), ...stays.flatMap(textsOfStay)];
    const withheld: FileWithheld[] = [
      ...own.filter((field) => isWithheld(fields[field])).map((what) => ({ what, why: view.erased ? ('erased' as const) : ('out_of_reach' as const) })),
      ...['relatives', 'sources', 'staff'].map((what) => ({ what, why: 'third_party' as const })),
    ];
    return {
      ...{ format: 'habeas-person/1', reference: view.reference, withheld, all },
      person: Object.fromEntries(own.filter((field) => !isWithheld(fields[field])).map((field) => [field, fields[field]])),
      versions: versions.map(({ version, recordedAt }) => ({ version, recordedAt })),
      detentions: stays.map(fileDetention),
      cases: cases.map(({ reference }) => reference),
      followUps: tasks.map(({ kind, status, due }) => ({ kind, status, due: boundsOf(due) })),
      consents: standing.map(({ scope, allowed }) => ({ scope, allowed })),
      requests: requests.map(({ reference, what, state, received }) => ({ reference, what, state, received })),
      disclosures: disclosures.items.map(({ leftAt, scope, purpose, recipient }) => ({ leftAt, scope, purpose, recipient: isWithheld(recipient) ? null : recipient })),
      readers: await this.readers(id),
    };
  }

  /** The texts with marks proposed where they speak of relatives and of names that are not the person's own. */
  async toLookThrough(actor: Actor, id: string): Promise<FileText[]> {
    const view = await this.individuals.revealed(actor, id, maskedOfIndividual);
    const { all } = await this.of(actor, id);
    const relatives = Array.isArray(view.relatives) ? view.relatives : [];
    const find = mentionsOf(relatives.map(({ name }) => name), relatives.flatMap(({ phone }) => phone ?? []));
    return all.map(({ key, text }) => ({ key, text: proposed(text, find(text)) }));
  }

  private async readers(recordId: string): Promise<PersonFile['readers']> {
    const query = this.reader.createQueryBuilder(AuditEntry, 'e').innerJoin('staff', 's', 's.id = e.actorId').select('s.role', 'role');
    query.addSelect('COUNT(*)', 'times').addSelect('MAX(e.at)', 'last').where(`e.kind = 'individual' AND e.recordId = :recordId AND e.allowed = 1`, { recordId });
    const rows = await query.groupBy('s.role').orderBy('s.role').getRawMany<{ role: string; times: string | number; last: string }>();
    return rows.map(({ role, times, last }) => ({ role, times: Number(times), last }));
  }
}

function textsOf(prefix: string, fields: Readonly<Record<string, unknown>>, names: readonly string[]): FileText[] {
  return names.flatMap((name) => (typeof fields[name] === 'string' && fields[name] ? [{ key: `${prefix}.${name}`, text: fields[name].replace(/\r\n/g, '\n') }] : []));
}

function textsOfStay(stay: DetentionView): FileText[] {
  const fields = stay as unknown as Readonly<Record<string, unknown>>;
  return [
    ...textsOf(`detention.${stay.id}`, fields, ['ground', 'description', 'kindWords', 'outcomeWords']),
    ...stay.periods.flatMap((one) => textsOf(`custody-period.${one.id}`, { ...one }, ['placeWords', 'note'])),
    ...stay.events.flatMap((one) => textsOf(`detention-event.${one.id}`, { ...one }, ['kindWords', 'note'])),
  ];
}

/** The words of the source may name others: only the bounds go along. */
const silent = <T extends { asSaid: string | null }>(bounds: T | null): T | null => (bounds ? { ...bounds, asSaid: null } : null);

const fileDetention = ({ reference, kind, authorityKind, outcome, regionCode, circumstances, periods, events }: DetentionView): FileDetention => ({
  ...{ reference, kind, authorityKind, outcome, regionCode, circumstances },
  periods: periods.filter(({ withdrawn }) => !withdrawn).map((one) => ({ kind: one.kind, account: one.account, start: silent(one.start), end: silent(one.end) })),
  events: events.filter(({ withdrawn }) => !withdrawn).map((one) => ({ kind: one.kind, account: one.account, at: silent(one.at) })),
});
