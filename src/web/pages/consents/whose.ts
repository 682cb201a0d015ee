import { Injectable } from '@nestjs/common';
import { Reach } from '../../../access/public.js';
import { kindsAbout, type ConsentAbout } from '../../../consents/public.js';
import type { Individual } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { Section } from '../../parts/public.js';

/** Whose consent a page is about: no name, as the page may lie open beside others. */
export interface Whose {
  readonly about: ConsentAbout;
  readonly id: string;
  readonly reference: string;
  readonly section: Section;
  readonly home: string;
  readonly path: string;
  readonly minor: boolean;
}

/** Finds the person or source that a consent page is about, within the viewer's reach. */
@Injectable()
export class FindWhose {
  constructor(private readonly reach: Reach) {}

  /** @throws Problem `not_found` */
  async of(actor: Actor, about: ConsentAbout, id: string): Promise<Whose> {
    const known = (await this.reach.one(actor, kindsAbout[about], id)) as unknown as Pick<Individual, 'reference' | 'minor'>;
    const section = about === 'individual' ? ('individuals' as const) : ('sources' as const);
    return { about, id, reference: known.reference, section, home: `/${section}/${id}`, path: `/consents/${about}/${id}`, minor: about === 'individual' && known.minor === true };
  }
}
