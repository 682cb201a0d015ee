import { IsIn, Matches } from 'class-validator';
import { Problem } from '../errors/public.js';
import { CleanText, Given } from '../text/public.js';
import { readTyped, zoneExists, type Bounds, type Instant, type Precision } from '../time/public.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A moment as somebody says it, or as bounds a program has already worked out. */
export class WhenInput {
  /** In words or figures: "10.01.2021 between 10:30 and 11:15", "about 14:30", "10 января, до полудня". */
  @CleanText(200)
  said!: string;

  /** The day for a time said without one, YYYY-MM-DD. */
  @Given()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  onDate?: string | null;

  /** IANA zone; by default that of the place. */
  @Given()
  @CleanText(64)
  zone?: string | null;

  /** With `precision`, taken instead of reading the words. */
  @Given()
  @Matches(instant)
  earliest?: string | null;

  @Given()
  @Matches(instant)
  latest?: string | null;

  @Given()
  @IsIn(['exact', 'about', 'between', 'part_of_day', 'day', 'month', 'year', 'before', 'after', 'unknown'])
  precision?: string | null;
}

/**
 * Bounds of what was said, in the zone of the place where the moment was.
 * @throws Problem `time.*` (422) naming the field.
 */
export function boundsFrom(when: WhenInput, field: string, placeZone: string, now: Instant): Bounds {
  const zone = when.zone ?? placeZone;
  if (!zoneExists(zone)) throw refusal(field, 'time.no_such_zone');
  if (when.precision) {
    const earliest = (when.earliest ?? null) as Instant | null;
    const latest = (when.latest ?? null) as Instant | null;
    if (earliest && latest && earliest > latest) throw refusal(field, 'time.reversed');
    return { earliest, latest, precision: when.precision as Precision, zone, asSaid: when.said };
  }
  const read = readTyped(when.said, { zone, now, ...(when.onDate ? { onDate: when.onDate } : {}) });
  if (!read.ok) throw refusal(field, read.code);
  return read.bounds;
}

const refusal = (field: string, code: string): Problem => new Problem(code, { status: 422, fields: [{ field, code }] });
