import type { CalendarEntry, DeadlineRow, RemedyRow } from '../../../documents/public.js';
import { addMinutes, type Instant } from '../../../kernel/time/public.js';
import type { Timeline } from '../../../timeline/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';
import { citeText } from '../clocks/clock-text.js';
import { momentOf } from './said.js';

/** Tasks that use a remedy rather than look after somebody. */
const remedyKinds = ['appeal', 'complaint', 'complaint_prosecutor', 'complaint_ill_treatment', 'petition', 'review_remand', 'compensation_claim', 'un_submission', 'osce_submission'];
const remedyEvents = ['appeal_lodged', 'appeal_decided', 'court_application_filed'];
const hearingEvents = ['hearing_held', 'brought_before_judge'];

/** What is ahead for us: our clocks that run, and tasks with a day that are not finished. */
export function deadlinesOf({ clocks, followUps, detention }: Timeline, words: Words): DeadlineRow[] {
  const ours = clocks.flatMap((clock): DeadlineRow[] => {
    const due = clock.against === 'us' && clock.state === 'running' ? momentOf(clock.due, words) : null;
    return due ? [{ id: `${detention.id}-${clock.ruleId}`, what: clock.label, due, citation: citeText(clock, words), state: words.say(`clocks.state.us.${clock.state}`) }] : [];
  });
  const tasks = followUps.flatMap((task): DeadlineRow[] => {
    const due = ['done', 'cancelled', 'not_possible'].includes(task.status) ? null : momentOf(task.due, words);
    const what = [labelOf('follow-up-kinds', task.kind, words.language), typeof task.task === 'string' ? task.task : null].filter(Boolean).join(': ');
    return due ? [{ id: task.id, what, due, state: labelOf('follow-up-statuses', task.status, words.language) }] : [];
  });
  return [...ours, ...tasks].sort((a, b) => ((a.due.earliest ?? '') < (b.due.earliest ?? '') ? -1 : 1));
}

/** Complaints and appeals, as events of the record and as finished tasks. */
export function remediesOf({ detention, followUps }: Timeline, words: Words): RemedyRow[] {
  const events = detention.events
    .filter(({ kind, withdrawn }) => !withdrawn && remedyEvents.includes(kind))
    .map(({ kind, at }) => ({ what: labelOf('event-kinds', kind, words.language), when: momentOf(at, words), result: null }));
  const tasks = followUps
    .filter(({ kind }) => remedyKinds.includes(kind))
    .map((task) => ({
      what: labelOf('follow-up-kinds', task.kind, words.language),
      when: momentOf(task.due, words),
      result: typeof task.outcome === 'string' ? task.outcome : labelOf('follow-up-statuses', task.status, words.language),
    }));
  return [...events, ...tasks];
}

/** Hearings and our deadlines for a calendar; references only, no names: calendars lie open on screens. */
export function calendarOf(timeline: Timeline, words: Words): CalendarEntry[] {
  const { detention } = timeline;
  const titled = (what: string): string => `${detention.reference}: ${what}`;
  const kinds = new Map(timeline.followUps.map(({ id, kind }) => [id, labelOf('follow-up-kinds', kind, words.language)]));
  const deadlines = deadlinesOf(timeline, words).flatMap(({ id, what, due, citation }): CalendarEntry[] => {
    const end = due.earliest ?? due.latest;
    return end ? [{ id, title: titled(kinds.get(id) ?? what), ...around(addMinutes(end, -30), end), note: [citation, due.words].filter(Boolean).join('. ') }] : [];
  });
  const hearings = detention.events.flatMap(({ id, kind, at, withdrawn }): CalendarEntry[] => {
    const begin = at?.earliest ?? at?.latest;
    if (withdrawn || !begin || !hearingEvents.includes(kind)) return [];
    return [{ id, title: titled(labelOf('event-kinds', kind, words.language)), ...around(begin, addMinutes(begin, 60)), note: null }];
  });
  return [...hearings, ...deadlines];
}

const around = (from: Instant, to: Instant): { from: Instant; to: Instant } => ({ from, to });
