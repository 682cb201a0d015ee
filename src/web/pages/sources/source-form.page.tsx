import { CheckboxField, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

export interface SourceFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  /** Whether the viewer may know, and so say, who the source is. */
  readonly seesIdentity: boolean;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
  /** Whether it is asked who the source is: always of a new one, of a known one only after opening it. */
  readonly contacts?: boolean;
}

export const SourceFormPage = ({ viewer, values, seesIdentity, faults = [], edit, onceKey, contacts = !edit }: SourceFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`sources.${key}`);
  const title = edit ? words.say('sources.edit_of', { reference: edit.reference }) : say('new');
  return (
    <Page viewer={viewer} title={title} current="sources" breadcrumb={[{ href: '/sources', text: say('title') }]}>
      <PageHead title={title} facts={say('form.lead')} />
      <FormPost action={edit ? `/sources/${edit.id}/edit` : '/sources/new'} values={values} faults={faults} version={edit?.version ?? null} onceKey={onceKey ?? null}>
        <TextField name="label" label={say('label')} hint={say('label.hint')} maxLength={200} required />
        <SelectField name="kind" label={say('kind')} options={optionsOf('source-kinds', viewer.language)} />
        <SelectField name="reliability" label={say('reliability')} options={optionsOf('reliability', viewer.language)} />
        <TimeField name="stated" label={say('stated')} />
        <TextField name="language" label={say('language')} hint={say('language.hint')} maxLength={8} />
        <CheckboxField name="protected" label={say('protected')} hint={say('protected.hint')} />
        {seesIdentity && !contacts && edit && (
          <p class="w">
            <a href={`/sources/${edit.id}/edit?contacts=yes`}>{say('contacts.change')}</a>
          </p>
        )}
        {seesIdentity && contacts && (
          <>
            <TextField name="identity" label={say('identity')} hint={say('identity.hint')} maxLength={300} wide />
            <TextField name="contact" label={say('contact')} maxLength={500} wide />
          </>
        )}
        {!seesIdentity && <p class="muted w">{say('identity.not_yours')}</p>}
        <TextAreaField name="statement" label={say('statement')} rows={8} />
        <TextField name="location" label={say('location')} hint={say('location.hint')} maxLength={1000} wide />
        {edit && <TextField name="because" label={words.say('forms.because')} maxLength={500} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/sources/${edit.id}` : '/sources'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
