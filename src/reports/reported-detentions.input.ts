import { Matches } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class ReportedDetentionsInput {
  /** Incidents that can have begun on this day, by the clocks of their place, or later. With it, undated ones are left out. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  /** Code of a region. */
  @Given()
  @CleanText(64)
  region?: string;
}
