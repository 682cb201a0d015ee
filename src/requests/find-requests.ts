import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { EntityManager } from 'typeorm';
import { mayRead, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SubjectVault, unseal } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { Clock } from '../kernel/time/public.js';
import { IsCode, vocabulary } from '../vocabularies/public.js';
import { DataRequestAnswer, type DataRequest } from './data-request.entity.js';
import { dataRequestKind } from './data-request.kind.js';
import { dataRequestView, isClosed, type AnswerView, type DataRequestView, type RequestWithAnswersView } from './data-request.view.js';

export class RequestListInput extends PageInput {
  @Given()
  @IsCode('request-kinds')
  what?: string;

  /** `open` (by default): not answered yet; `closed`; `all`. */
  @Given()
  @IsIn(['open', 'closed', 'all'])
  state?: 'open' | 'closed' | 'all';
}

const openStates = vocabulary('request-states').values.map(({ code }) => code).filter((code) => !isClosed(code));

/** Reads the register, the next to be answered first, and logs what was shown. */
@Injectable()
export class FindRequests {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, input: RequestListInput): Promise<PageOf<DataRequestView>> {
    const query = this.reach.list(actor, dataRequestKind, 'q');
    if (input.what) query.andWhere('q.what = :what', { what: input.what });
    if (input.state !== 'all') query.andWhere(`q.state ${input.state === 'closed' ? 'NOT IN' : 'IN'} (:...openStates)`, { openStates });
    const page = await pageOf(query, { by: 'dueAt', direction: 'ASC' }, input, (row) => row.dueAt);
    await this.reach.saw(actor, dataRequestKind, page.items.map(({ id }) => id), 'listed');
    return { ...page, items: await this.shown(actor, page.items) };
  }

  /** About one person whose page logs itself. */
  async about(actor: Actor, individualId: string): Promise<DataRequestView[]> {
    return this.shown(actor, await this.reach.rows(actor, dataRequestKind, 'r.individual_id = :individualId ORDER BY r.id LIMIT 100', { individualId }));
  }

  /** With every step there was, the first denial among them. */
  async one(actor: Actor, id: string): Promise<RequestWithAnswersView> {
    const known = await this.reach.one(actor, dataRequestKind, id);
    const rows = await rowsOf(this.reader, DataRequestAnswer, 'WHERE r.request_id = :id ORDER BY r.id', { id });
    const key = mayRead(actor, 'narrative') ? (await this.vault.keysOf(this.reader, [known.subject])).get(known.subject) : undefined;
    const answers = rows.map(({ sealed, requestId: _requestId, subject: _subject, ...row }): AnswerView => ({ ...row, words: key && sealed ? unseal(key, sealed, `data-request-answer:${row.id}`) : null }));
    return { ...dataRequestView(actor, known, this.clock.now()), answers };
  }

  private async shown(actor: Actor, rows: readonly DataRequest[]): Promise<DataRequestView[]> {
    return (await this.records.open(this.reader, dataRequestKind, rows)).map((known) => dataRequestView(actor, known, this.clock.now()));
  }
}
