import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { EntityManager } from 'typeorm';
import { Reach, shown } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SubjectVault, unseal } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { PageInput, pageOf, type PageOf } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { receiptContext } from './pass-on-publication.js';
import { PublicationFile, PublicationReceipt, type PublicationState } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';
import { publicationRow, publicationView, type KnownPublication, type PublicationFileView, type PublicationRowView, type PublicationView, type ReceiptView } from './publication.view.js';

const states: readonly PublicationState[] = ['draft', 'made', 'proposed', 'released', 'recalled'];

export class PublicationListInput extends PageInput {
  @Given()
  @IsIn(states)
  state?: PublicationState;
}

/** Reads publications within the actor's reach and logs what was shown. */
@Injectable()
export class FindPublications {
  constructor(
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly subjects: SubjectVault,
  ) {}

  async one(actor: Actor, id: string): Promise<PublicationView> {
    const known = await this.reach.one(actor, publicationKind, id);
    const files = await rowsOf(this.reader, PublicationFile, `WHERE r.publication_id = :id AND r.format <> 'frozen' ORDER BY r.id`, { id });
    const made = files.map(({ id: fileId, format, size, sha256 }) => ({ id: fileId, format, size, sha256 }) as PublicationFileView);
    return publicationView(actor, known, made, await this.receipts(actor, known));
  }

  async page(actor: Actor, input: PublicationListInput): Promise<PageOf<PublicationRowView>> {
    const query = this.reach.list(actor, publicationKind, 'p');
    if (input.state) query.andWhere('p.state = :state', { state: input.state });
    const page = await pageOf(query, { by: 'recordedAt', direction: 'DESC' }, input, (row) => row.recordedAt);
    const known = await this.records.open(this.reader, publicationKind, page.items);
    await this.reach.saw(actor, publicationKind, page.items.map(({ id }) => id), 'listed');
    return { ...page, items: known.map((one) => publicationRow(actor, one)) };
  }

  private async receipts(actor: Actor, { id, subject }: KnownPublication): Promise<ReceiptView[]> {
    const rows = await rowsOf(this.reader, PublicationReceipt, 'WHERE r.publication_id = :id ORDER BY r.id LIMIT 500', { id });
    const key = (await this.subjects.keysOf(this.reader, [subject])).get(subject);
    return rows.map((row) => ({ id: row.id, at: row.at, toldAt: row.toldAt, recipient: String(shown(actor, 'narrative', key ? unseal(key, row.sealed, receiptContext(row.id)) : '')) }));
  }
}
