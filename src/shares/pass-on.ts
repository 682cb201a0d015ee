import { Injectable } from '@nestjs/common';
import { Disclosures } from '../consents/public.js';
import type { Work } from '../kernel/db/public.js';
import { Teams } from '../staff/public.js';
import type { Bundle } from './goes-along.js';

/** Writes into the register of where data went that an organisation reads of people from now on. */
@Injectable()
export class PassOn {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly teams: Teams,
  ) {}

  async to(work: Work, caseId: string, teamId: string, bundles: readonly Bundle[]): Promise<void> {
    const gone = bundles.flatMap(({ subjects }) => subjects).filter((one) => one.teamId !== teamId);
    const of = (about: 'individual' | 'source'): string[] => gone.filter((one) => one.about === about).map(({ id }) => id);
    const recipient = await this.teams.nameOf(work, teamId);
    const left = { individualIds: of('individual'), sourceIds: of('source'), recordKind: 'case', recordId: caseId, scope: 'share_partner' } as const;
    await this.disclosures.record(work, { ...left, way: 'share', purpose: 'partner', recipient: recipient || null });
  }
}
