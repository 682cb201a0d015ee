import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Circle, CircleRecord, Reach } from '../access/public.js';
import { Case } from '../cases/public.js';
import { Incident } from '../incidents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SubjectVault, unseal } from '../kernel/crypto/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Accounts } from '../staff/public.js';
import { circleKinds } from './circle-kinds.js';
import type { CircleRecordView, CircleRowView, CircleView } from './circle.view.js';
import { ownCircle } from './own-circle.js';

const SHOWN = 100;

/** Reads the circles one is in. Of others nobody learns that they exist. */
@Injectable()
export class FindCircles {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly accounts: Accounts,
    private readonly work: UnitOfWork,
  ) {}

  /** The newest first. */
  async list(actor: Actor): Promise<CircleRowView[]> {
    const now = this.work.clock.now();
    const mine = `WHERE r.id IN (SELECT m.circle_id FROM circle_member m WHERE m.staff_id = :me AND m.ended_at IS NULL AND (m.ends_at IS NULL OR m.ends_at > :now)) ORDER BY r.id DESC LIMIT ${SHOWN}`;
    const rows = actor.lowRisk ? [] : await rowsOf(this.reader, Circle, mine, { me: actor.id, now });
    await this.saw(actor, null, rows.length);
    return this.shown(rows);
  }

  /** @throws Problem `not_found` */
  async one(actor: Actor, id: string): Promise<CircleView> {
    const { circle, members, case: file, leads } = await ownCircle({ manager: this.reader, now: this.work.clock.now() }, actor, id);
    await this.saw(actor, id, 1);
    const [row] = await this.shown([circle]);
    const staff = new Map((await this.accounts.list()).map((one) => [one.id, one]));
    return {
      ...(row as CircleRowView),
      ...{ openedBy: circle.openedBy, caseId: file?.id ?? null, leads, records: await this.recordsOf(actor, id) },
      members: members.map(({ staffId, addedAt, endsAt }) => {
        const one = staff.get(staffId);
        return { staffId, name: one?.name ?? '', elsewhere: one !== undefined && one.teamId !== actor.teamId, addedAt, until: endsAt };
      }),
    };
  }

  private async recordsOf(actor: Actor, circleId: string): Promise<CircleRecordView[]> {
    const joined = await rowsOf(this.reader, CircleRecord, `WHERE r.circle_id = :circleId ORDER BY r.joined_at DESC, r.record_id DESC LIMIT ${SHOWN}`, { circleId });
    const found = await Promise.all(
      [...circleKinds.values()].map(async (kind) => {
        const ids = joined.filter((one) => one.kind === kind.name).map(({ recordId }) => recordId);
        const rows = ids.length > 0 && actor.permissions.has(`${kind.name}.read`) ? await this.reach.rows(actor, kind, 'r.id IN (:...ids)', { ids }) : [];
        await this.reach.saw(actor, kind, rows.map(({ id }) => id), 'listed');
        return rows.map(({ id, reference }) => ({ kind: kind.name, id, reference }));
      }),
    );
    return found.flat();
  }

  private async shown(rows: readonly Circle[]): Promise<CircleRowView[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const keys = await this.vault.keysOf(this.reader, ids);
    const cases = await rowsOf(this.reader, Case, 'WHERE r.circle_id IN (:...ids)', { ids });
    const around = rows.filter(({ kind }) => kind === 'incident').map(({ id }) => id);
    const joined = around.length > 0 ? await rowsOf(this.reader, CircleRecord, `WHERE r.circle_id IN (:...around) AND r.kind = 'incident' ORDER BY r.joined_at`, { around }) : [];
    const incidentIds = joined.map(({ recordId }) => recordId);
    const incidents = incidentIds.length > 0 ? await rowsOf(this.reader, Incident, 'WHERE r.id IN (:...incidentIds)', { incidentIds }) : [];
    return rows.map(({ id, kind, sealed, openedAt, closedToAllSince }) => {
      const key = keys.get(id);
      const first = joined.find(({ circleId }) => circleId === id)?.recordId;
      const names = { ad_hoc: sealed && key ? unseal(key, sealed, `circle:${id}`) : '', case: cases.find(({ circleId }) => circleId === id)?.reference, incident: incidents.find((one) => one.id === first)?.reference };
      return { id, kind, name: names[kind] ?? '', openedAt, sealedSince: closedToAllSince };
    });
  }

  private saw(actor: Actor, recordId: string | null, count: number): Promise<void> {
    return this.work.log([{ act: 'circle.seen', kind: 'circle', recordId, facts: { count }, actor, at: this.work.clock.now() }]);
  }
}
