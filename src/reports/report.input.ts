import { IsIn, Matches } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';
import { subjectNames, type SubjectName } from './subject.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const name = /^[a-z][a-z_]{0,30}$/;

/** Which records a report is about. Nothing of it names a person, so that it can stand in an address. */
export class ReportInput {
  /** The first day, on the clocks of the place. Detentions count by the day they began, incidents by theirs. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  @Given()
  @IsRegion()
  region?: string;

  @Given()
  @IsCode('authority-kinds')
  authority?: string;

  @Given()
  @IsCode('detention-kinds')
  kind?: string;

  @Given()
  @IsCode('outcomes')
  outcome?: string;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  incident?: string;

  /** Regions as their borders were on the day of the event (the default), or as they are now. */
  @Given()
  @IsIn(['event', 'current'])
  borders?: 'event' | 'current';

  /** Beside each figure that of the period before, as long as this one. Needs both days. */
  @Given()
  @IsIn(['before'])
  compare?: 'before';
}

/** A table of one's own: what is counted, by what. */
export class BuildReportInput extends ReportInput {
  @IsIn(subjectNames)
  subject!: SubjectName;

  @Matches(name)
  measure!: string;

  @Given()
  @Matches(name)
  rows?: string;

  @Given()
  @Matches(name)
  columns?: string;
}

/** The records behind one cell. */
export class DrillInput extends ReportInput {
  /** A section of the report. */
  @Given()
  @Matches(/^[a-z][a-z_]{0,30}$/)
  section?: string;

  /** Key of the row, `-` for what is not known. */
  @Given()
  @CleanText(200)
  row?: string;

  @Given()
  @CleanText(200)
  column?: string;

  @Given()
  @IsIn(subjectNames)
  subject?: SubjectName;

  @Given()
  @Matches(name)
  measure?: string;

  @Given()
  @Matches(name)
  rows?: string;

  @Given()
  @Matches(name)
  columns?: string;
}
