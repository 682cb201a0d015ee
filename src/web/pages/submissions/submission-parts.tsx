import { isWithheld } from '../../../access/public.js';
import { fieldsIn, type SubmissionDraftView, type SubmissionForm } from '../../../submissions/public.js';
import { DataTable, EmptyState, FormPost, useWords } from '../../parts/public.js';

/** What consent stands between the draft and the door. */
export const BetweenAndSent = ({ draft: { submission, withheld, unasked, refused, annexesLeftOut: { unread, bySource, byPicture } }, permissions }: { readonly draft: SubmissionDraftView; readonly permissions: ReadonlySet<string> }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`submissions.${key}`);
  const seesSources = permissions.has('source.read');
  return (
    <>
      {withheld !== null && (
        <p class="banner bad">
          {words.say('submissions.withheld', { why: words.say(`consents.why.${withheld}`) })}{' '}
          {submission.individualId && <a href={`/consents/individual/${submission.individualId}`}>{say('withheld.link')}</a>}{' '}
          {withheld === 'other_partner' && permissions.has('submission.record') && <a href={`/submissions/${submission.id}/edit`}>{say('partner.choose')}</a>}
        </p>
      )}
      {unasked.length > 0 && (
        <div class="banner warn">
          {words.say('submissions.unasked', { count: unasked.length })}
          {seesSources && (
            <ul>
              {unasked.map((id, place) => (
                <li key={id}>
                  <a href={`/consents/source/${id}`}>
                    {say('unasked.one')} {place + 1}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {refused > 0 && <p class="banner warn">{words.say('submissions.refused', { count: refused })}</p>}
      {unread && <p class="banner warn">{say('annexes.unread')}</p>}
      {bySource > 0 && <p class="banner warn">{words.say('submissions.annexes.source', { count: bySource })}</p>}
      {byPicture > 0 && <p class="banner warn">{words.say('submissions.annexes.picture', { count: byPicture })}</p>}
    </>
  );
};

export const MissingFacts = ({ draft: { missing, untranslated }, form }: { readonly draft: SubmissionDraftView; readonly form: SubmissionForm }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`submissions.${key}`);
  const foreign = fieldsIn(form).filter(({ id }) => untranslated.includes(id));
  return (
    <>
      {foreign.length > 0 && (
        <p class="banner warn">
          {say('untranslated')} <span lang="en">{foreign.map(({ label }) => label.en).join('; ')}</span>
        </p>
      )}
      <h2>{say('missing')}</h2>
      <DataTable
        caption={say('missing')}
        rows={missing}
        rowKey={(row) => row.field}
        columns={[
          { key: 'field', head: say('field'), cell: (row) => <span lang="en">{row.label}</span> },
          { key: 'required', head: say('missing.required'), cell: (row) => words.say(row.required ? 'lists.yes' : 'lists.no') },
          { key: 'ask', head: say('ask'), cell: (row) => say(`ask.${row.ask}`) },
        ]}
        empty={<EmptyState text={say('missing.none')} />}
      />
    </>
  );
};

export const ChangedSince = ({ draft: { submission, changed, now }, form, action }: { readonly draft: SubmissionDraftView; readonly form: SubmissionForm; readonly action: string }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`submissions.${key}`);
  if (changed.length === 0 || isWithheld(submission.drawn)) return null;
  const { drawn } = submission;
  return (
    <>
      <h2>{say('changed')}</h2>
      <DataTable
        caption={say('changed')}
        rows={fieldsIn(form).filter(({ id }) => changed.includes(id))}
        rowKey={(row) => row.id}
        columns={[
          { key: 'field', head: say('field'), cell: (row) => <span lang="en">{row.label.en}</span> },
          { key: 'was', head: say('changed.was'), cell: (row) => <span lang="en">{drawn[row.id] ?? words.say('lists.unknown')}</span> },
          { key: 'now', head: say('changed.now'), cell: (row) => <span lang="en">{now[row.id] ?? words.say('lists.unknown')}</span> },
        ]}
      />
      <FormPost action={action} version={submission.version} guard={false} class="form noprint">
        <div class="row w">
          <button class="btn">{say('redraw')}</button>
        </div>
      </FormPost>
    </>
  );
};
