import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { FileVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { PublicationFile } from './publication.entity.js';
import type { Frozen } from './published-tables.js';

/** What a publication was made from, under the id of its file: made anew, it has another. */
export interface Kept {
  readonly id: string;
  readonly frozen: Frozen;
}

/** What publications were made from, as it was when they were made. */
@Injectable()
export class FrozenFigures {
  constructor(
    private readonly reader: EntityManager,
    private readonly vault: FileVault,
  ) {}

  /** @throws Problem `not_found` for a publication that is not made. */
  async of(publicationId: string): Promise<Kept> {
    const [frozen] = await this.where('r.publication_id = :publicationId', { publicationId });
    if (!frozen) throw Problem.notFound();
    return frozen;
  }

  /** What is out already or about to be, recalled or not, of all teams: nobody who has read it forgets it, and readers do not know of teams. */
  out(except: string, manager: EntityManager = this.reader): Promise<Kept[]> {
    return this.where(`r.publication_id IN (SELECT p.id FROM publication p WHERE p.state IN ('proposed', 'released', 'recalled') AND p.id <> :except)`, { except }, manager);
  }

  private async where(condition: string, params: Record<string, string>, manager: EntityManager = this.reader): Promise<Kept[]> {
    const files = await rowsOf(manager, PublicationFile, `WHERE r.format = 'frozen' AND ${condition} ORDER BY r.id`, params);
    const kept: Kept[] = [];
    for (const { id } of files) {
      const pieces: Buffer[] = [];
      for await (const piece of await this.vault.read(manager, id)) pieces.push(piece);
      kept.push({ id, frozen: JSON.parse(Buffer.concat(pieces).toString('utf8')) as Frozen });
    }
    return kept;
  }
}
