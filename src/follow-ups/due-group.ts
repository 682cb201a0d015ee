import { addCalendarDays, daysIn, localParts, type Bounds, type Instant } from '../kernel/time/public.js';
import { codedValue, vocabulary } from '../vocabularies/public.js';

/** When a task is due, as a list shows it; derived at the moment of asking, never stored. */
export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'undated' | 'finished';

/** The moments at which groups end. */
export interface DueEdges {
  readonly now: Instant;
  readonly today: Instant;
  /** The end of the sixth day after today. */
  readonly week: Instant;
}

interface Task {
  readonly due: Pick<Bounds, 'latest'> | null;
  readonly status: string;
}

/** Done, no longer needed, not possible: nothing is left to do. */
export const isFinished = (status: string): boolean => codedValue('follow-up-statuses', status)?.closed === true;

export const finishedStatuses: readonly string[] = vocabulary('follow-up-statuses')
  .values.map((value) => value.code)
  .filter(isFinished);

/** Only what must have been done by now is overdue: of a due time that is only bounded, the last moment counts. */
export const isOverdue = ({ due, status }: Task, now: Instant): boolean =>
  Boolean(due?.latest && due.latest < now) && !isFinished(status);

/** @param zone the organisation's: its days are the days people work in. */
export function dueEdges(now: Instant, zone: string): DueEdges {
  const today = localParts(now, zone);
  return { now, today: daysIn(zone, today).latest, week: daysIn(zone, addCalendarDays(today, 6)).latest };
}

export function dueGroup(task: Task, edges: DueEdges): DueGroup {
  if (isFinished(task.status)) return 'finished';
  const latest = task.due?.latest;
  if (!latest) return 'undated';
  if (latest < edges.now) return 'overdue';
  if (latest <= edges.today) return 'today';
  return latest <= edges.week ? 'week' : 'later';
}
