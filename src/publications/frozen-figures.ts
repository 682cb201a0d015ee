import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { FileVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { PublicationFile } from './publication.entity.js';
import type { Frozen } from './published-tables.js';

/** What publications were made from, as it was when they were made. */
@Injectable()
export class FrozenFigures {
  constructor(
    private readonly reader: EntityManager,
    private readonly vault: FileVault,
  ) {}

  /** @throws Problem `not_found` for a publication that is not made. */
  async of(publicationId: string): Promise<Frozen> {
    const [frozen] = await this.where('r.publication_id = :publicationId', { publicationId });
    if (!frozen) throw Problem.notFound();
    return frozen;
  }

  /** What is out already, recalled or not, of all teams: nobody who has read it forgets it, and readers do not know of teams. */
  out(except: string): Promise<Frozen[]> {
    return this.where(`r.publication_id IN (SELECT p.id FROM publication p WHERE p.state IN ('proposed', 'released', 'recalled') AND p.id <> :except)`, { except });
  }

  private async where(condition: string, params: Record<string, string>): Promise<Frozen[]> {
    const files = await rowsOf(this.reader, PublicationFile, `WHERE r.format = 'frozen' AND ${condition} ORDER BY r.id`, params);
    const frozen: Frozen[] = [];
    for (const { id } of files) {
      const pieces: Buffer[] = [];
      for await (const piece of await this.vault.read(this.reader, id)) pieces.push(piece);
      frozen.push(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Frozen);
    }
    return frozen;
  }
}
