import type { Work } from '../kernel/db/public.js';
import { newId } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Circle, CircleMember, CircleRecord } from './circle.entity.js';

/** Later than any moment. */
const LAST = '9999' as Instant;

/** Opens circles and moves people and records in and out of them. */
export class Circles {
  /** Opens a circle with the actor as its first member; answers its id. */
  async open(work: Work): Promise<string> {
    const id = newId(work.now);
    await work.manager.insert(Circle, { id, openedAt: work.now, openedBy: work.actor.id });
    work.note({ act: 'circle.opened', kind: 'circle', recordId: id });
    await this.addMember(work, id, work.actor.id);
    return id;
  }

  /** @param endsAt when it ends by itself; null: until somebody ends it */
  async addMember(work: Work, circleId: string, staffId: string, endsAt: Instant | null = null): Promise<void> {
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
  }

  /** From now on only the circle's members reach the record. */
  async join(work: Work, circleId: string, kind: string, recordId: string): Promise<void> {
    const already = await work.manager.findOneBy(CircleRecord, { circleId, kind, recordId });
    if (already) return;
    await work.manager.insert(CircleRecord, { circleId, kind, recordId, joinedAt: work.now, joinedBy: work.actor.id });
    work.note({ act: 'circle.record_joined', kind, recordId, facts: { circle: circleId } });
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
