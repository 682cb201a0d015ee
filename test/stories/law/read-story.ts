import type { Answers, ClockFacts } from '../../../src/clocks/public.js';
import type { Account } from '../../../src/detentions/public.js';
import { columnsOf } from '../../../src/kernel/db/public.js';
import { readTyped, type Bounds, type Instant } from '../../../src/kernel/time/public.js';

/** One story of a person's custody, as lawyers write it down in these files. Times are typed as in the product. */
export interface Story {
  readonly story: string;
  readonly zone?: string;
  /** The day that hours without a day belong to. */
  readonly on: string;
  /** When the clocks are looked at. */
  readonly now: string;
  readonly country: string | null;
  readonly kind?: string;
  readonly minor?: boolean;
  readonly answers?: Answers;
  readonly periods?: readonly { readonly account: Account; readonly kind: string; readonly start: string; readonly end?: string }[];
  readonly events?: readonly { readonly account: Account; readonly kind: string; readonly at: string }[];
  readonly expect: {
    readonly total?: string;
    readonly unrecorded?: string;
    /** By rule id. */
    readonly clocks?: Readonly<Record<string, string>>;
    /** What official papers alone give, where it differs. */
    readonly official?: Readonly<Record<string, string>>;
    /** Deadline by rule id, typed. */
    readonly due?: Readonly<Record<string, string>>;
    readonly onlyIf?: Readonly<Record<string, readonly string[]>>;
    readonly missing?: Readonly<Record<string, readonly string[]>>;
    /** Rules that must not be there at all. */
    readonly absent?: readonly string[];
    /** `told_differently stay_begins 4 h 45 min` */
    readonly findings?: readonly string[];
    readonly status?: string;
  };
}

const ZONE = 'Asia/Almaty';

export const nowOf = (story: Story): Instant => {
  const at = typed(story, story.now, '2099-01-01T00:00:00.000Z' as Instant);
  if (!at.earliest) throw new Error(`${story.story}: when is "${story.now}"?`);
  return at.earliest;
};

export function typed({ story, zone = ZONE, on }: Story, text: string, now: Instant): Bounds {
  const read = readTyped(text, { zone, onDate: on, now });
  if (!read.ok) throw new Error(`${story}: "${text}" ${read.code}`);
  return read.bounds;
}

export function factsOf(story: Story): ClockFacts {
  const now = nowOf(story);
  const at = (text: string | undefined) => columnsOf(text === undefined ? null : typed(story, text, now));
  return {
    kind: story.kind ?? 'unknown',
    answers: story.answers ?? {},
    minor: story.minor ?? null,
    country: story.country,
    periods: (story.periods ?? []).map((one, n) => ({ id: `p${n}`, ...one, placeId: null, sourceId: null, start: at(one.start), end: at(one.end), withdrawn: false })),
    events: (story.events ?? []).map((one, n) => ({ id: `e${n}`, ...one, sourceId: null, at: at(one.at), withdrawn: false })),
  };
}
