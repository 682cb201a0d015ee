import { isWithheld } from '../../../access/public.js';
import { sayInstant, sayShort, type Instant } from '../../../kernel/time/public.js';
import { formOf, isForPartner, textIn, type KnownSubmission, type SubmissionDraftView, type SubmissionForm } from '../../../submissions/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DefinitionList, FormPost, Page, PageHead, RadioGroup, Shown, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { DespiteField, NamedPart } from './named-part.js';
import { BetweenAndSent, ChangedSince, MissingFacts } from './submission-parts.js';
import { StateChip } from './submission-list.page.js';

export interface SubmissionPageProps {
  readonly viewer: Viewer;
  readonly draft: SubmissionDraftView;
  readonly zone: string;
  /** What the partner it is for is called. */
  readonly partner: string | null;
  readonly faults?: readonly Fault[];
  /** Of the file that was asked for. */
  readonly values?: FormValues;
}

/** A draft as it would go out, what is missing, what has changed; later what was sent and answered. */
export const SubmissionPage = ({ viewer, draft, zone, partner, faults = [], values = { format: 'pdf' } }: SubmissionPageProps) => {
  const words = wordsFor(viewer.language);
  const { language, permissions } = viewer;
  const say = (key: string): string => words.say(`submissions.${key}`);
  const { submission } = draft;
  const form = formOf(submission.form) as SubmissionForm;
  const own = `/submissions/${submission.id}`;
  const isDraft = submission.state === 'draft';
  const about = submission.detentionId ? `/detentions/${submission.detentionId}` : `/incidents/${submission.incidentId}`;
  return (
    <Page viewer={viewer} title={submission.reference} current="submissions" breadcrumb={[{ href: '/submissions', text: say('title') }]}>
      <PageHead
        title={form.title[language]}
        facts={
          <>
            {submission.reference} <StateChip state={submission.state} label={say(`state.${submission.state}`)} />
          </>
        }
        actions={
          <>
            <a class="btn" href={about}>
              {say('about')}
            </a>
            <a class="btn" href={`/history/submission/${submission.id}`}>
              {words.say('individuals.history')}
            </a>
            {isDraft && permissions.has('submission.record') && (
              <a class="btn" href={`${own}/edit`}>
                {say('edit')}
              </a>
            )}
            {isDraft && permissions.has('submission.send') && (
              <a class="btn p" href={`${own}/send`}>
                {say('send')}
              </a>
            )}
            {!isDraft && permissions.has('submission.record') && (
              <a class="btn p" href={`${own}/reply`}>
                {say('reply')}
              </a>
            )}
          </>
        }
      />
      {form.status === 'compare' && <p class="banner warn">{say('status.compare')}</p>}
      <DefinitionList
        facts={[
          { term: say('citation'), value: form.citation },
          { term: say('use'), value: labelOf('consent-scopes', submission.scope, language) },
          { term: say('partner'), value: partner ?? say(submission.partnerId ? 'partner.unseen' : 'partner.none'), absent: !isForPartner(form) },
          { term: say('drawn'), value: sayInstant(submission.drawnAt as Instant, zone, language) },
          { term: say('sent'), value: submission.sent && `${sayShort(submission.sent, language)} · ${say(`how.${submission.sentHow}`)}`, absent: isDraft },
          { term: say('send.to'), value: <Shown value={submission.recipient} />, absent: isDraft },
          { term: say('their_reference'), value: <Shown value={submission.theirReference} />, absent: isDraft },
          { term: say('file_hash'), value: <code class="break">{submission.fileHash}</code>, absent: isDraft },
          { term: say('reply.response'), value: submission.response && `${labelOf('responses', submission.response, language)} · ${submission.replied ? sayShort(submission.replied, language) : ''}`, absent: submission.response === null },
          { term: say('reply.text'), value: <Shown value={submission.reply} />, absent: submission.response === null },
          { term: words.say('fields.despite'), value: <Shown value={submission.despite} />, absent: submission.despite === null },
        ]}
      />
      <BetweenAndSent draft={draft} permissions={permissions} />
      {isDraft && draft.withheld === null && <ChangedSince draft={draft} form={form} action={`${own}/redraw`} />}
      {isDraft && <MissingFacts draft={draft} form={form} />}
      <h2>{say('preview')}</h2>
      <Preview form={form} submission={submission} edited={say('edited')} />
      {permissions.has('submission.send') && (
        <section class="noprint">
          <h2>{say('files')}</h2>
          <p>{say('files.lead')}</p>
          <NamedPart form={form} named={draft.named} lead="named" />
          <FormPost action={`${own}/files`} values={values} guard={false} faults={faults}>
            <RadioGroup name="format" label={say('format')} options={[{ value: 'pdf', label: say('format.pdf') }, { value: 'docx', label: say('format.docx') }]} />
            <DespiteField named={draft.named} />
            <div class="row w">
              <button class="btn">{say('files.make')}</button>
            </div>
          </FormPost>
        </section>
      )}
      <h2>{say('replies')}</h2>
      <ul>
        {form.replies.map(({ days, label, review }) => (
          <li key={days}>
            {words.say('submissions.replies.days', { days, what: label[language] })} ({say(review === 'confirmed' ? 'replies' : 'replies.review')})
          </li>
        ))}
        {form.replies.length === 0 && <li>{words.say('lists.none')}</li>}
      </ul>
    </Page>
  );
};

const Preview = ({ form, submission, edited }: { readonly form: SubmissionForm; readonly submission: SubmissionDraftView['submission']; readonly edited: string }) => {
  if (isWithheld(submission.drawn)) return <Shown value={submission.drawn} />;
  const said = submission as unknown as Pick<KnownSubmission, 'drawn' | 'texts'>;
  return (
    <article lang="en" class="prose">
      {form.sections.map(({ title, fields }) => (
        <section key={title.en}>
          <h3>{title.en}</h3>
          <dl class="facts">
            {fields.map(({ id, label }) => (
              <div key={id}>
                <dt>
                  {label.en} {said.texts?.[id] !== undefined && <em>({edited})</em>}
                </dt>
                <dd class="said">
                  <Shown value={textIn(said, id)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
};

