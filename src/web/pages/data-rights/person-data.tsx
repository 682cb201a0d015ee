import { Inject, Injectable } from '@nestjs/common';
import type { Signed } from '../../../access/public.js';
import { FindConsents } from '../../../consents/public.js';
import { Holds } from '../../../holds/public.js';
import { FindIndividuals } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock } from '../../../kernel/time/public.js';
import { FindRequests } from '../../../requests/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { PersonDataPage } from './person-data.page.js';

/** Gathers what is known about the use of one person's data, for their page. */
@Injectable()
export class PersonData {
  constructor(
    private readonly individuals: FindIndividuals,
    private readonly requests: FindRequests,
    private readonly holds: Holds,
    private readonly consents: FindConsents,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async page(actor: Actor, request: Signed, id: string, values: FormBody, problem?: Problem): Promise<string> {
    const individual = await this.individuals.one(actor, id);
    const [requests, holds, disclosures] = await Promise.all([
      this.requests.about(actor, id),
      this.holds.on(actor, 'individual', id),
      this.consents.disclosures(actor, { about: 'individual', id, limit: 100 }),
    ]);
    const names = await this.accounts.namesOf(holds.map(({ setBy }) => setBy));
    const props = { individual, requests, holds, disclosures: disclosures.items, names, zone: this.settings.zone, now: this.clock.now() };
    return renderPage(<PersonDataPage viewer={viewerOf(request)} {...props} values={values} faults={problem ? faultsShown(problem) : []} />);
  }
}
