import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { FileVault, seal, SubjectVault } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { refuseState } from './make-publication.js';
import { PublicationFile, PublicationReceipt } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';

export interface PublicationDownload {
  readonly body: Buffer;
  readonly format: PublicationFile['format'];
  readonly name: string;
}

export const receiptContext = (id: string): string => `publication receipt:${id}`;

/** Who gets the files, and how they are called back. */
@Injectable()
export class PassOnPublication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly vault: FileVault,
    private readonly subjects: SubjectVault,
  ) {}

  /**
   * The very bytes that were made. Before the release they are for those who make and agree to it; they say so in the log.
   * @throws Problem `publication.embargo` (409) for a released one whose day has not come, `publication.recalled` (409), `publication.file_damaged` (500)
   */
  async file(actor: Actor, id: string, fileId: string): Promise<PublicationDownload> {
    const known = await this.reach.one(actor, publicationKind, id);
    const [file] = isId(fileId) ? await rowsOf(this.reader, PublicationFile, `WHERE r.id = :fileId AND r.publication_id = :id AND r.format <> 'frozen'`, { fileId, id }) : [];
    if (!file) throw Problem.notFound();
    const now = this.work.clock.now();
    if (known.state === 'recalled') throw new Problem('publication.recalled', { status: 409 });
    if (known.state === 'released' && known.embargoUntil && known.embargoUntil > now) throw new Problem('publication.embargo', { status: 409 });
    const body = await this.whole(file);
    const note = { act: 'publication.taken', kind: 'publication', recordId: id, facts: { format: file.format, sha256: file.sha256, state: known.state } };
    await this.work.log([{ ...note, actor, at: now }]);
    return { body, format: file.format, name: `${known.reference}.${file.format}` };
  }

  /** @throws Problem `publication.file_damaged` (500) when the bytes are not those the second person agreed to. */
  private async whole(file: PublicationFile): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of await this.vault.read(this.reader, file.id)) pieces.push(piece);
    const body = Buffer.concat(pieces);
    if (createHash('sha256').update(body).digest('hex') !== file.sha256) throw new Problem('publication.file_damaged', { status: 500 });
    return body;
  }

  /** Writes down who received it. */
  async receipt(actor: Actor, id: string, recipient: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      const known = await this.reach.within(work, publicationKind, id);
      refuseState(known, 'released');
      const receiptId = newId(work.now);
      const key = await this.subjects.keyFor(work.manager, known.subject, work.now);
      await putRows(work.manager, PublicationReceipt, [{ id: receiptId, publicationId: id, at: work.now, by: actor.id, sealed: seal(key, recipient, receiptContext(receiptId)), toldAt: null }]);
      work.note({ act: 'publication.handed_out', kind: 'publication', recordId: id });
    });
  }

  /** Nothing leaves any more; who has it already is listed to be told one by one. */
  async recall(actor: Actor, id: string, reason: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      const known = await this.reach.within(work, publicationKind, id);
      refuseState(known, 'released');
      await this.records.revise(work, publicationKind, known, known.version, { state: 'recalled', recallReason: reason });
      work.note({ act: 'publication.recalled', kind: 'publication', recordId: id });
    });
  }

  /** A recipient was told of the recall. */
  async told(actor: Actor, id: string, receiptId: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      refuseState(await this.reach.within(work, publicationKind, id), 'recalled');
      const [row] = isId(receiptId) ? await rowsOf(work.manager, PublicationReceipt, 'WHERE r.id = :receiptId AND r.publication_id = :id', { receiptId, id }) : [];
      if (!row) throw Problem.notFound();
      await run(work.manager, 'UPDATE publication_receipt SET told_at = :now WHERE id = :receiptId AND told_at IS NULL', { now: work.now, receiptId });
      work.note({ act: 'publication.recall_told', kind: 'publication', recordId: id });
    });
  }
}
