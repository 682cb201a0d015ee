import type { ClockView } from '../clocks/public.js';
import type { DetentionView } from '../detentions/public.js';
import type { FollowUpView } from '../follow-ups/public.js';
import type { IndividualRowView } from '../individuals/public.js';
import type { MinMax } from '../kernel/time/public.js';
import type { Finding } from './contradictions.js';
import type { Timeline } from './timeline.js';

/** One stay for programs. Minutes; `max` null: no upper bound is known. */
export class TimelineView {
  detention!: DetentionView;
  individual!: IndividualRowView | null;
  incident!: { id: string; reference: string; title: string } | null;
  total!: MinMax | null;
  unrecorded!: MinMax | null;
  byAccount!: Partial<Record<string, MinMax>>;
  /** Nobody tells of an end. */
  open!: boolean;
  method!: string | null;
  contradictions!: Finding[];
  clocks!: ClockView[];
  questions!: string[];
  followUps!: FollowUpView[];
  /** By id, as far as the reader reaches them. */
  places!: Record<string, string>;
  sources!: Record<string, string>;
  zone!: string;
  computedFor!: string;
  asOf!: string | null;
}

export const timelineView = ({ figures, findings, placeNames, sources, now, ...timeline }: Timeline): TimelineView => ({
  ...timeline,
  clocks: [...timeline.clocks],
  questions: [...timeline.questions],
  followUps: [...timeline.followUps],
  ...{ total: figures?.total ?? null, unrecorded: figures?.unrecorded ?? null, open: figures?.open ?? false, method: figures?.methodVersion ?? null },
  contradictions: [...findings],
  ...{ places: Object.fromEntries(placeNames), sources: Object.fromEntries([...sources].map(([id, { label }]) => [id, label])), computedFor: now },
});
