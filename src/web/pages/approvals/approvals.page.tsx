import type { ApprovalView } from '../../../approvals/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { retentionSet } from '../../../retention/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FormPost, FormSecret, Page, PageHead, useWords, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';

interface ApprovalsProps {
  readonly viewer: Viewer;
  readonly waiting: readonly ApprovalView[];
  readonly own: readonly ApprovalView[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** One sentence about exactly what will happen. */
function whatHappens(words: Words, names: ApprovalsProps['names'], { kind, subject, facts }: ApprovalView): string {
  const name = names.get(facts.staff ?? subject) ?? words.say('lists.none');
  if (kind === 'retention.erase') {
    const of = retentionSet.classes.find(({ id }) => id === facts.class);
    return words.say('approvals.what.retention.erase', { count: Number(facts.count), name: of?.[words.language] ?? facts.class ?? '' });
  }
  if (kind === 'subject.erase') {
    const ground = labelOf('erasure-grounds', facts.ground ?? '', words.language);
    return words.say(facts.what === 'staff' ? 'approvals.what.subject.erase.staff' : 'approvals.what.subject.erase', { reference: facts.reference ?? '', name, ground });
  }
  return words.say(`approvals.what.${kind}`, { ...facts, ...(kind === 'role.widen' ? rightsIn(words, facts) : {}), name });
}

/** What a role is given, in words. */
function rightsIn(words: Words, facts: ApprovalView['facts']): Record<string, string> {
  const listed = (text: string | undefined, area: string): string => (text ?? '').split(' ').filter(Boolean).map((one) => words.say(`${area}.${one}`)).join(', ') || words.say('lists.none');
  const { role, permissions, reads, writes } = facts;
  return { role: words.say(`shell.role.${role}`), permissions: listed(permissions, 'permissions'), reads: listed(reads, 'lists.class'), writes: listed(writes, 'lists.class') };
}

export const ApprovalsPage = ({ viewer, waiting, own, names, zone }: ApprovalsProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`approvals.${key}`);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, viewer.language);
  return (
    <Page viewer={viewer} title={say('title')} current="approvals">
      <PageHead title={say('title')} facts={say('lead')} />
      <h2>{say('waiting')}</h2>
      {waiting.length === 0 && <EmptyState text={say('waiting.none')} />}
      {waiting.map((one) => (
        <section class="card" key={one.id}>
          <h3>{whatHappens(words, names, one)}</h3>
          <p>
            {words.say('approvals.by', { name: names.get(one.proposedBy) ?? '', at: at(one.proposedAt), until: at(one.expiresAt) })}
          </p>
          {one.kind === 'publication.release' && (
            <p>
              <a href={`/publications/${one.subject}`}>{say('open_publication')}</a>
            </p>
          )}
          {one.reason && <blockquote>{one.reason}</blockquote>}
          <form method="post" action={`/approvals/${one.id}/answer`} class="row">
            <FormSecret />
            <button class="btn p" name="answer" value="agree">
              {say('agree')}
            </button>
            <button class="btn" name="answer" value="decline">
              {say('decline')}
            </button>
          </form>
        </section>
      ))}
      <h2>{say('own')}</h2>
      <DataTable
        caption={say('own')}
        rows={own}
        rowKey={(row) => row.id}
        empty={<p class="muted">{say('own.none')}</p>}
        columns={[
          { key: 'what', head: say('what'), cell: (row) => whatHappens(words, names, row) },
          { key: 'at', head: say('at'), cell: (row) => at(row.proposedAt), figures: true },
          { key: 'state', head: say('state'), cell: (row) => <State row={row} /> },
        ]}
      />
    </Page>
  );
};

const State = ({ row }: { readonly row: ApprovalView }) => {
  const words = useWords();
  return (
    <>
      {words.say(`approvals.state.${row.state}`)}
      {row.state === 'open' && (
        <FormPost action={`/approvals/${row.id}/withdraw`} guard={false} class="inline">
          <button class="btn">{words.say('approvals.withdraw')}</button>
        </FormPost>
      )}
    </>
  );
};

/** What the agreement made, for the eyes of who agreed: in this one answer and never again. */
export const ApprovalSecretPage = ({ viewer, secret }: { readonly viewer: Viewer; readonly secret: string }) => {
  const words = wordsFor(viewer.language);
  return (
    <Page viewer={viewer} title={words.say('staff.link')} current="approvals">
      <PageHead title={words.say('staff.link')} />
      <p class="banner warn" role="status">
        {words.say('staff.link.once')}
      </p>
      <div class="field w">
        <label for="link">{words.say('staff.link.label')}</label>
        <input id="link" type="text" readOnly value={secret} autofocus />
      </div>
      <p>{words.say('staff.link.hand_over')}</p>
      <p>
        <a class="btn p" href="/approvals">
          {words.say('staff.link.done')}
        </a>
      </p>
    </Page>
  );
};
