import { newId, putRows, rowsOf, Telling, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Circle, CircleMember, CircleRecord, type CircleKind } from './circle.entity.js';

/** Later than any moment. */
const LAST = '9999' as Instant;

/** Opens circles and moves people and records in and out of them. */
export class Circles {
  /** Tells that somebody left a circle. */
  readonly leaving = new Telling<[work: Work, circleId: string]>();

  /** Opens a circle with the actor as its first member; answers its id. */
  async open(work: Work, kind: CircleKind = 'case', sealed: ((id: string) => Promise<string>) | null = null): Promise<string> {
    const id = newId(work.now);
    await putRows(work.manager, Circle, [{ id, kind, sealed: sealed ? await sealed(id) : null, closedToAllSince: null, openedAt: work.now, openedBy: work.actor.id }]);
    work.note({ act: 'circle.opened', kind: 'circle', recordId: id, facts: { what: kind } });
    await this.addMember(work, id, work.actor.id);
    return id;
  }

  /**
   * @param endsAt when it ends by itself; null: until somebody ends it
   * @throws Problem `circle.sealed` (409)
   */
  async addMember(work: Work, circleId: string, staffId: string, endsAt: Instant | null = null): Promise<void> {
    await this.refuseSealed(work, [circleId]);
    const already = await work.manager
      .createQueryBuilder(CircleMember, 'm')
      .where('m.circleId = :circleId AND m.staffId = :staffId AND m.endedAt IS NULL AND (m.endsAt IS NULL OR m.endsAt > :until)', { circleId, staffId, until: endsAt ?? LAST })
      .getOne();
    if (already) return;
    await work.manager.insert(CircleMember, {
      id: newId(work.now),
      circleId,
      staffId,
      addedAt: work.now,
      addedBy: work.actor.id,
      endsAt,
      endedAt: null,
      endedBy: null,
    });
    work.note({ act: 'circle.member_added', kind: 'circle', recordId: circleId, facts: { staff: staffId } });
  }

  async removeMember(work: Work, circleId: string, staffId: string): Promise<void> {
    await work.manager
      .createQueryBuilder()
      .update(CircleMember)
      .set({ endedAt: work.now, endedBy: work.actor.id })
      .where('circle_id = :circleId AND staff_id = :staffId AND ended_at IS NULL', { circleId, staffId })
      .execute();
    work.note({ act: 'circle.member_removed', kind: 'circle', recordId: circleId, facts: { staff: staffId } });
    await this.leaving.after(work, circleId);
  }

  /**
   * From now on only the circle's members reach the record.
   * @throws Problem `circle.sealed` (409) for what lies in another circle under seal: its members in this one would reach it too.
   */
  async join(work: Work, circleId: string, kind: string, recordId: string): Promise<void> {
    const already = await work.manager.findOneBy(CircleRecord, { circleId, kind, recordId });
    if (already) return;
    await this.refuseSealed(work, (await this.around(work, kind, recordId)).map(({ id }) => id));
    await work.manager.insert(CircleRecord, { circleId, kind, recordId, joinedAt: work.now, joinedBy: work.actor.id });
    work.note({ act: 'circle.record_joined', kind, recordId, facts: { circle: circleId } });
  }

  /** Opens a record to its team again, as far as this circle goes. */
  async leave(work: Work, circleId: string, kind: string, recordId: string): Promise<void> {
    await this.refuseSealed(work, [circleId]);
    const left = await work.manager.delete(CircleRecord, { circleId, kind, recordId });
    if (left.affected !== 1) throw Problem.notFound();
    work.note({ act: 'circle.record_left', kind, recordId, facts: { circle: circleId } });
  }

  /** The circles a record lies in. */
  async around(work: Pick<Work, 'manager'>, kind: string, recordId: string): Promise<Circle[]> {
    const lies = 'WHERE r.id IN (SELECT cr.circle_id FROM circle_record cr WHERE cr.kind = :kind AND cr.record_id = :recordId) ORDER BY r.id';
    return rowsOf(work.manager, Circle, lies, { kind, recordId });
  }

  /** @throws Problem `circle.sealed` (409) when one of them is under seal. */
  async refuseSealed(work: Pick<Work, 'manager'>, circleIds: readonly string[]): Promise<void> {
    if (circleIds.length === 0) return;
    const shut = await rowsOf(work.manager, Circle, 'WHERE r.id IN (:...circleIds) AND r.closed_to_all_since IS NOT NULL', { circleIds });
    if (shut.length > 0) throw new Problem('circle.sealed', { status: 409 });
  }

  /** Staff ids of the people in a circle, those left out whose time in it ends by itself. */
  async membersOf(work: Pick<Work, 'manager'>, circleId: string): Promise<string[]> {
    const rows = await work.manager
      .createQueryBuilder(CircleMember, 'm')
      .where('m.circleId = :circleId AND m.endedAt IS NULL AND m.endsAt IS NULL', { circleId })
      .orderBy('m.addedAt')
      .getMany();
    return rows.map((row) => row.staffId);
  }
}
