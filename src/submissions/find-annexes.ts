import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { MayUse, type ConsentScope } from '../consents/public.js';
import { Evidence, FindEvidence, type EvidenceView } from '../evidence/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Clock } from '../kernel/time/public.js';
import { Source } from '../sources/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { About } from './draw-record.js';

/** Not listed, because the drafter reads no evidence, a source has not agreed, or people are seen or heard who have not. */
export interface AnnexesLeftOut {
  readonly unread: boolean;
  readonly bySource: number;
  readonly byPicture: number;
}

export interface Annexes {
  readonly listed: readonly EvidenceView[];
  /** Sources of what is listed whose yes it rests on. */
  readonly sources: readonly string[];
  readonly leftOut: AnnexesLeftOut;
}

export const noAnnexes: Annexes = { listed: [], sources: [], leftOut: { unread: false, bySource: 0, byPicture: 0 } };

/** People are seen or heard in these: they go along only with a yes to photographs and films. */
const SHOWS_PEOPLE: ReadonlySet<string> = new Set(['photograph', 'video', 'audio', 'screenshot']);

/** The files of a record that a body may be told of, as far as the drafter reads them. The person's consent to the use is asked before. */
@Injectable()
export class FindAnnexes {
  constructor(
    private readonly evidence: FindEvidence,
    private readonly mayUse: MayUse,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, { detentionId, incidentId, partnerId }: About, individualId: string | null, scope: ConsentScope): Promise<Annexes> {
    if (!actor.permissions.has('evidence.read')) return { ...noAnnexes, leftOut: { ...noAnnexes.leftOut, unread: true } };
    const about = ([['detention', detentionId], ['individual', individualId], ['incident', incidentId]] as const).flatMap(([kind, id]) => (id ? [[kind, id] as const] : []));
    const all: EvidenceView[] = [];
    for (const [kind, id] of about) all.push(...(await this.evidence.of(actor, kind, id)));
    const sourceOf = await this.personalSources(all);
    const said = await this.mayUse.of({ about: 'source', ids: [...new Set(sourceOf.values())] }, { scope, at: this.clock.now(), partnerId });
    const pictured = individualId ? (await this.mayUse.one('individual', individualId, { scope: 'photo_video', at: this.clock.now() })).allowed : false;
    const agreed = ({ id }: EvidenceView): boolean => ((source) => source === undefined || said.get(source)?.allowed === true)(sourceOf.get(id));
    const mayBeSeen = ({ kind }: EvidenceView): boolean => pictured || !SHOWS_PEOPLE.has(kind);
    const listed = all.filter((one) => agreed(one) && mayBeSeen(one));
    return {
      listed,
      sources: [...new Set(listed.flatMap(({ id }) => sourceOf.get(id) ?? []))],
      leftOut: { unread: false, bySource: all.filter((one) => !agreed(one)).length, byPicture: all.filter((one) => agreed(one) && !mayBeSeen(one)).length },
    };
  }

  /** By file, its source where a person stands behind it: read whatever the drafter sees of sources, as consent does not depend on who looks. */
  private async personalSources(all: readonly EvidenceView[]): Promise<ReadonlyMap<string, string>> {
    if (all.length === 0) return new Map();
    const files = await rowsOf(this.reader, Evidence, 'WHERE r.id IN (:...ids)', { ids: all.map(({ id }) => id) });
    const ids = [...new Set(files.flatMap(({ sourceId }) => sourceId ?? []))];
    const sources = ids.length === 0 ? [] : await rowsOf(this.reader, Source, 'WHERE r.id IN (:...ids)', { ids });
    const personal = new Set(sources.filter(({ kind }) => codedValue('source-kinds', kind)?.asks_consent === true).map(({ id }) => id));
    return new Map(files.flatMap(({ id, sourceId }): [string, string][] => (sourceId && personal.has(sourceId) ? [[id, sourceId]] : [])));
  }
}
