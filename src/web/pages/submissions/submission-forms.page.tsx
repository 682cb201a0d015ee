import { isWithheld } from '../../../access/public.js';
import { fieldsIn, formOf, isForPartner, sendingWays, textIn, type KnownSubmission, type SubmissionDraftView, type SubmissionForm } from '../../../submissions/public.js';
import { fieldId, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import { DespiteField, NamedPart } from './named-part.js';

interface FormProps {
  readonly viewer: Viewer;
  readonly draft: SubmissionDraftView;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** Every text of the form; those that follow the record show what it gives. */
export const EditSubmissionPage = ({ viewer, draft: { submission, named }, partners, values, faults }: FormProps & { readonly partners: readonly Option[] }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`submissions.${key}`);
  const form = formOf(submission.form) as SubmissionForm;
  const own = `/submissions/${submission.id}`;
  const known = submission as unknown as Pick<KnownSubmission, 'drawn' | 'texts'>;
  const text = (id: string): string => (isWithheld(submission.drawn) ? '' : (textIn(known, id) ?? ''));
  return (
    <Page viewer={viewer} title={say('edit')} current="submissions" breadcrumb={[{ href: own, text: submission.reference }]}>
      <PageHead title={form.title[viewer.language]} facts={say('edit.lead')} />
      <NamedPart form={form} named={named} lead="named.saved" />
      <FormPost action={`${own}/edit`} version={submission.version} values={values ?? {}} {...(faults ? { faults } : {})}>
        {isForPartner(form) && partners.length > 0 && <SelectField name="partnerId" label={say('partner')} hint={say('partner.change')} options={partners} empty={say('partner.none')} {...(values ? {} : { value: submission.partnerId ?? '' })} />}
        {form.sections.flatMap(({ title, fields }) => [
          <h2 key={title.en} lang="en">
            {title.en}
          </h2>,
          ...fields.map(({ id, label, from }) => <TextAreaField key={id} name={`texts.${id}`} label={label.en} rows={from?.startsWith('custody.') ? 6 : 2} maxLength={20000} {...(values ? {} : { value: text(id) })} />),
        ])}
        <TextField name="because" label={words.say('forms.because')} maxLength={500} wide />
        <Buttons back={own} text={words.say('forms.save')} cancel={words.say('forms.cancel')} />
      </FormPost>
    </Page>
  );
};

export const SendSubmissionPage = ({ viewer, draft: { submission, named }, partner, values = { how: 'online' }, faults = [] }: FormProps & { readonly partner: string | null }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`submissions.${key}`);
  const own = `/submissions/${submission.id}`;
  const form = formOf(submission.form) as SubmissionForm;
  const missing = new Set(faults.filter(({ code }) => code === 'submission.facts_missing').map(({ field }) => field));
  const title = words.say('submissions.send.title', { reference: submission.reference });
  return (
    <Page viewer={viewer} title={title} current="submissions" breadcrumb={[{ href: own, text: submission.reference }]}>
      <PageHead title={title} facts={say('send.lead')} />
      <NamedPart form={form} named={named} lead="named" />
      {missing.size > 0 && (
        <div class="banner bad" role="alert">
          <p>{say('send.missing')}</p>
          <ul>
            {fieldsIn(form).filter(({ id }) => missing.has(id)).map(({ id, label }) => (
              <li key={id}>
                <a href={`${own}/edit#${fieldId(`texts.${id}`)}`} lang="en">
                  {label.en}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormPost action={`${own}/send`} version={submission.version} values={values} faults={faults.filter(({ field }) => !missing.has(field))}>
        <TextField name="recipient" label={say('send.to')} maxLength={300} {...(partner ? { hint: words.say('submissions.send.partner', { partner }) } : { required: true })} />
        <SelectField name="how" label={say('send.how')} options={sendingWays.map((value) => ({ value, label: say(`how.${value}`) }))} empty={null} />
        <TimeField name="sent" label={say('send.when')} />
        <TextField name="theirReference" label={say('their_reference')} maxLength={100} />
        <DespiteField named={named} />
        <Buttons back={own} text={say('send.do')} cancel={words.say('forms.cancel')} />
      </FormPost>
    </Page>
  );
};

export const ReplyPage = ({ viewer, draft: { submission }, values = {}, faults }: FormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`submissions.${key}`);
  const own = `/submissions/${submission.id}`;
  const title = words.say('submissions.reply.title', { reference: submission.reference });
  return (
    <Page viewer={viewer} title={title} current="submissions" breadcrumb={[{ href: own, text: submission.reference }]}>
      <PageHead title={title} />
      <FormPost action={`${own}/reply`} version={submission.version} values={values} {...(faults ? { faults } : {})}>
        <SelectField name="response" label={say('reply.response')} options={optionsOf('responses', viewer.language)} required />
        <TimeField name="replied" label={say('reply.when')} />
        <TextField name="theirReference" label={say('their_reference')} maxLength={100} />
        <TextAreaField name="reply" label={say('reply.text')} rows={6} maxLength={20000} />
        <Buttons back={own} text={words.say('forms.save')} cancel={words.say('forms.cancel')} />
      </FormPost>
    </Page>
  );
};

const Buttons = ({ back, text, cancel }: { readonly back: string; readonly text: string; readonly cancel: string }) => (
  <div class="row w">
    <button class="btn p">{text}</button>
    <a class="btn" href={back}>
      {cancel}
    </a>
  </div>
);
