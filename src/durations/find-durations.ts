import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import type { MinMax } from '../kernel/time/public.js';
import { DetentionDuration } from './detention-duration.entity.js';

/** The derived figures of one detention, in minutes. */
export interface DurationsOf {
  readonly total: MinMax | null;
  readonly unrecorded: MinMax | null;
  /** By account, where the account alone gives a start. */
  readonly byAccount: Readonly<Record<string, MinMax>>;
  readonly byPeriod: Readonly<Record<string, MinMax>>;
  /** No end is known: the figures grow with the clock. */
  readonly open: boolean;
  readonly method: string | null;
  readonly computedAt: string | null;
}

/** Reads stored figures of detentions somebody already reaches. */
@Injectable()
export class FindDurations {
  constructor(private readonly reader: EntityManager) {}

  async of(detentionIds: readonly string[]): Promise<ReadonlyMap<string, DurationsOf>> {
    if (detentionIds.length === 0) return new Map();
    const rows = await rowsOf(this.reader, DetentionDuration, 'WHERE r.detention_id IN (:...detentionIds)', { detentionIds });
    return new Map(detentionIds.map((id) => [id, gathered(rows.filter((row) => row.detentionId === id))]));
  }
}

function gathered(rows: readonly DetentionDuration[]): DurationsOf {
  const figure = (row: DetentionDuration): MinMax => ({ min: row.minMinutes, max: row.open ? null : row.maxMinutes });
  const whole = (measure: string): DetentionDuration | undefined => rows.find((row) => row.measure === measure && row.account === 'all');
  const [total, unrecorded] = [whole('total'), whole('unrecorded')];
  const accounts = rows.filter((row) => row.measure === 'total' && row.account !== 'all');
  return {
    total: total ? figure(total) : null,
    unrecorded: unrecorded ? figure(unrecorded) : null,
    byAccount: Object.fromEntries(accounts.map((row) => [row.account, figure(row)])),
    byPeriod: Object.fromEntries(rows.filter((row) => row.periodId).map((row) => [row.periodId, figure(row)])),
    open: total?.open ?? false,
    method: total?.method ?? null,
    computedAt: total?.computedAt ?? null,
  };
}
