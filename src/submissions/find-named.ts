import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MayUse, type ConsentScope } from '../consents/public.js';
import { KnownPeople, ReachKnown, SearchedText, type Finding, type KnownPerson } from '../exposure/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Clock } from '../kernel/time/public.js';
import { fieldsIn, formOf, type SubmissionForm } from './form.js';
import type { Despite } from './submission.entity.js';
import { textIn, type KnownSubmission, type NamedView } from './submission.view.js';

/** Somebody in a draft who has not agreed to be: in which field, or null where only the finished file has them. */
export interface Named {
  readonly field: string | null;
  readonly person: KnownPerson;
  readonly by: Finding['by'];
}

/** Keeps the last words of one field from making a name with the first of the next. */
const APART = '\nq q q q\n';

/**
 * Looks for everybody known in what a draft says, typed or drawn. Whom it is about is not a finding, nor their relatives and
 * who spoke for them, whom a form may ask for; nor by name another individual who agreed to this use, nor a source that agreed to be named.
 */
@Injectable()
export class FindNamed {
  constructor(
    private readonly known: KnownPeople,
    private readonly mayUse: MayUse,
    private readonly reachKnown: ReachKnown,
    private readonly clock: Clock,
  ) {}

  /** `file`: all words of the file made of it, with what lies beside the text. */
  async in(draft: Pick<KnownSubmission, 'form' | 'scope' | 'partnerId' | 'individualId' | 'drawn' | 'texts'>, file = ''): Promise<Named[]> {
    const fields = fieldsIn(formOf(draft.form) as SubmissionForm).flatMap(({ id }) => ((text) => (text ? [{ id, text }] : []))(textIn(draft, id)));
    const whole = new SearchedText([...fields.map(({ text }) => text), file].join(APART));
    const found: { person: KnownPerson; by: Finding['by'] }[] = [];
    let subject: KnownPerson | null = null;
    for await (const person of this.known.all()) {
      if (person.id === draft.individualId) subject = person.kind === 'individual' ? person : subject;
      else if (person.guarded) found.push(...whole.find(person).map(({ by }) => ({ person, by })));
    }
    const strangers = await this.withoutConsent(found, draft, subject);
    const searched = fields.map(({ id, text }) => ({ id, text: new SearchedText(text) }));
    return strangers.flatMap(({ person, by }): Named[] => {
      const where = searched.filter(({ text }) => finds(text, person, by)).map(({ id }) => ({ field: id, person, by }));
      return where.length > 0 ? where : [{ field: null, person, by }];
    });
  }

  /** What the reader may be told: that somebody stands there, and who only where they reach them. */
  async shown(actor: Actor, named: readonly Named[]): Promise<NamedView[]> {
    const seen = await this.reachKnown.of(actor, named.map(({ person }) => person));
    return named.map(({ field, by, person: { kind, id } }) => ({ field, by, about: seen.has(id) ? { kind: kind === 'source' ? 'source' : 'individual', id } : null }));
  }

  private async withoutConsent<One extends { readonly person: KnownPerson; readonly by: Finding['by'] }>(found: readonly One[], { scope, partnerId }: Pick<KnownSubmission, 'scope' | 'partnerId'>, subject: KnownPerson | null): Promise<One[]> {
    const at = this.clock.now();
    const allowed = async (kind: 'individual' | 'source', asked: ConsentScope): Promise<string[]> => {
      const ids = [...new Set(found.filter(({ person }) => person.kind === kind).map(({ person }) => person.id))];
      return [...(await this.mayUse.of({ about: kind, ids }, { scope: asked, at, partnerId }))].flatMap(([id, verdict]) => (verdict.allowed ? [id] : []));
    };
    // A source that agreed to a use in confidence has not agreed to be named in it.
    const named = new Set([...(await allowed('individual', scope)), ...(await allowed('source', 'un_named')), ...(await allowed('source', 'public_name'))]);
    // Who is called as the person the draft is about cannot be told from them.
    const own = new SearchedText(subject ? [...subject.names, ...subject.marks].join(APART) : '');
    return found.filter(({ person, by }) => !(by === 'name' && mayAgree.has(person.kind) && named.has(person.id)) && !finds(own, person, by));
  }
}

/** Relatives and speakers have the id of somebody else, whose word is not theirs. */
const mayAgree: ReadonlySet<KnownPerson['kind']> = new Set(['individual', 'source']);

const finds = (text: SearchedText, person: KnownPerson, by: Finding['by']): boolean => text.find(person).some((one) => one.by === by);

/** By which a finding is known again without naming anybody. */
const markOf = ({ field, person, by }: Named): string => createHash('sha256').update([field, person.kind, person.id, by].join(' ')).digest('hex');

/** What nobody has decided about yet. */
export const notCleared = ({ despite }: Pick<KnownSubmission, 'despite'>, named: readonly Named[]): Named[] => named.filter((one) => !despite?.marks.includes(markOf(one)));

/** A person's decision over all of these, with those before. */
export const decided = ({ despite }: Pick<KnownSubmission, 'despite'>, named: readonly Named[], because: string): Despite => ({
  because,
  marks: [...new Set([...(despite?.marks ?? []), ...named.map(markOf)])],
});
