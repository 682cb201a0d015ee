import { Problem } from '../errors/public.js';
import { CleanText, Given } from '../text/public.js';
import { readTyped, type Instant } from '../time/public.js';

/** `?asOf=` of a record: as it was known at a past moment. */
export class AsKnownInput {
  /** In words or figures as people type times, or an instant: "11.01.2021 09:00", "2021-01-11T03:00:00.000Z". */
  @Given()
  @CleanText(100)
  asOf?: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The moment that was asked for: the last one that the words allow. Null when nothing was asked for.
 * @throws Problem `time.*` (422), also when the moment has not come yet: nothing is known then.
 */
export function momentAsked({ asOf }: AsKnownInput, zone: string, now: Instant): Instant | null {
  if (!asOf) return null;
  const moment = instant.test(asOf) ? (asOf as Instant) : latestOf(asOf, zone, now);
  if (moment > now) throw refused('time.not_yet');
  return moment;
}

function latestOf(said: string, zone: string, now: Instant): Instant {
  const read = readTyped(said, { zone, now });
  if (!read.ok) throw refused(read.code);
  const moment = read.bounds.latest ?? read.bounds.earliest;
  if (!moment) throw refused('time.too_vague');
  return moment;
}

const refused = (code: string): Problem => new Problem(code, { status: 422, fields: [{ field: 'asOf', code }] });
