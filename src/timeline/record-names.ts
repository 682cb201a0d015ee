import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { incidentKind } from '../incidents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Records } from '../kernel/record/public.js';
import { placeKind } from '../places/public.js';
import { sourceKind } from '../sources/public.js';

/** A source as a timeline shows it to those who reach it. */
export interface SourceShown {
  readonly label: string;
  /** Code of vocabularies/reliability. */
  readonly reliability: string;
  /** Code of vocabularies/source-kinds. */
  readonly kind: string;
  /** Its label does not leave the house either. */
  readonly protected: boolean;
}

/** Names of places, sources and incidents that another record mentions: within the reader's reach, one query a kind. */
@Injectable()
export class RecordNames {
  constructor(
    protected readonly reach: Reach,
    protected readonly records: Records,
    protected readonly reader: EntityManager,
  ) {}

  async placeNames(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const asked = distinct(ids);
    if (asked.length === 0) return new Map();
    const rows = await this.reach.rows(actor, placeKind, 'r.id IN (:...asked)', { asked });
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async sourceLabels(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.sourcesShown(actor, ids))].map(([id, { label }]) => [id, label]));
  }

  async sourcesShown(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, SourceShown>> {
    const asked = distinct(ids);
    if (asked.length === 0) return new Map();
    const rows = await this.reach.rows(actor, sourceKind, 'r.id IN (:...asked)', { asked });
    const known = await this.records.open(this.reader, sourceKind, rows);
    return new Map(known.map(({ id, label, kind, reliability, protected: kept }) => [id, { label, kind, reliability, protected: kept }]));
  }

  async incidentTitles(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, { reference: string; title: string }>> {
    const asked = distinct(ids);
    if (asked.length === 0) return new Map();
    const rows = await this.reach.rows(actor, incidentKind, 'r.id IN (:...asked)', { asked });
    const known = await this.records.open(this.reader, incidentKind, rows);
    return new Map(known.map((one) => [one.id, { reference: one.reference, title: one.title }]));
  }
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id): id is string => id !== null))];
