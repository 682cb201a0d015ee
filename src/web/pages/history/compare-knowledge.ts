import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import { Versions, type OpenVersion } from '../../../kernel/record/public.js';
import type { Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { FieldChange } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { shownKinds, type ShownKind } from './kinds.js';
import { Referred } from './referred.js';
import { changesIn } from './versions-shown.js';

/** What happened between two moments to what is known of one record or a part of it. */
export interface Difference {
  readonly id: string;
  readonly how: 'added' | 'corrected' | 'withdrawn';
  /** "detention event: Released (observed)" */
  readonly what: string;
  readonly changes: readonly FieldChange[];
}

type Fields = OpenVersion['fields'];

/** Compares what was known of a record, and of all that hangs on it, at two moments. */
@Injectable()
export class CompareKnowledge {
  constructor(
    private readonly reach: Reach,
    private readonly versions: Versions,
    private readonly referred: Referred,
    private readonly reader: EntityManager,
  ) {}

  async between(actor: Actor, shown: ShownKind, id: string, { from, to, zone }: { from: Instant; to: Instant; zone: string }): Promise<Difference[]> {
    await this.reach.peek(actor, shown.kind, id);
    await this.reach.saw(actor, shown.kind, [id], 'history_seen');
    const kinds = [shown, ...shownKinds.filter(({ partOf }) => partOf?.kind === shown.kind.name)];
    const found = await Promise.all(kinds.map((kind) => this.statesOf(actor, kind, { shown, id, from, to })));
    const states = found.flat();
    const names = await this.referred.in(actor, states.flatMap(({ before, after }) => [before ?? {}, after ?? {}]));
    const telling = { actor, zone, staff: new Map<string, string>(), names };
    return states.flatMap(({ kind, recordId, before, after }): Difference[] => {
      const changes = changesIn(kind, before ?? {}, after ?? {}, telling);
      if (!after || changes.length === 0) return [];
      const how = !before ? 'added' : after.withdrawn && !before.withdrawn ? 'withdrawn' : 'corrected';
      return [{ id: recordId, how, what: nameOf(kind, after, actor), changes }];
    });
  }

  private async statesOf(actor: Actor, kind: ShownKind, { shown, id, from, to }: { shown: ShownKind; id: string; from: Instant; to: Instant }) {
    const own = kind === shown ? { id } : { [kind.partOf?.field ?? 'id']: id };
    const rows: RecordRow[] = await this.reach.list(actor, kind.kind, 'r').andWhere(own).orderBy('r.id').getMany();
    const [before, after] = [await this.known(kind, rows, from), await this.known(kind, rows, to)];
    return rows.map((row) => ({ kind, recordId: row.id, before: before.get(row.id), after: after.get(row.id) }));
  }

  private async known(kind: ShownKind, rows: readonly RecordRow[], moment: Instant): Promise<ReadonlyMap<string, Fields>> {
    const known = await this.versions.asKnownAt(this.reader, kind.kind, rows, moment);
    return new Map(known.map((one) => [one.id, one as unknown as Fields]));
  }
}

function nameOf({ kind, codes }: ShownKind, fields: Fields, { language }: Actor): string {
  const words = wordsFor(language);
  const own = typeof fields.kind === 'string' && codes.kind ? labelOf(codes.kind, fields.kind, language) : '';
  const account = typeof fields.account === 'string' ? ` (${words.say(`detentions.account.${fields.account}`)})` : '';
  return `${words.say(`kinds.${kind.name}`)}${own ? `: ${own}` : ''}${account}`;
}
