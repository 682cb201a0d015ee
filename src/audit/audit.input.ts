import { IsIn, Matches } from 'class-validator';
import { PageInput } from '../kernel/http/public.js';
import { Given } from '../kernel/text/public.js';
import { acts, kindsOfActs } from './acts.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Filters of the log: codes and ids only, so they may stand in an address. */
export class AuditListInput extends PageInput {
  /** A staff id, or `system:<name>`. */
  @Given()
  @Matches(/^(?:[0-9a-f-]{36}|system:[\w -]{1,40})$/)
  actor?: string;

  @Given()
  @IsIn(acts)
  act?: string;

  @Given()
  @IsIn(kindsOfActs)
  kind?: string;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  record?: string;

  /** First day, in the organisation's zone. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  /** Only what was refused. */
  @Given()
  @IsIn(['yes'])
  refused?: 'yes';
}
