import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor/public.js';
import { FindPartners } from '../../organisations/public.js';
import type { Option } from '../parts/public.js';
import { wordsFor } from '../words/words.js';

/** Partners to choose from. */
@Injectable()
export class PartnerChoices {
  constructor(private readonly partners: FindPartners) {}

  async of(actor: Actor): Promise<Option[]> {
    const words = wordsFor(actor.language);
    const called = (name: string): string => words.say('consents.partner.here', { name: name || words.say('staff.team.home') });
    return (await this.partners.all(actor)).map(({ id, name, here }) => ({ value: id, label: here ? called(name) : name }));
  }

  namesOf(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.partners.namesOf(actor, ids);
  }
}
