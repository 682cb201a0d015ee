import type { Option, Fault, FormValues, Viewer } from '../../parts/public.js';
import { CheckboxGroup, FormPost, Page, PageHead, SelectField, TextAreaField, TextField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface IndividualFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  /** An edit: the record and the version it began from. */
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
  /** Whether contacts and papers are asked for: always of a new person, of a known one only after opening them. */
  readonly contacts?: boolean;
}

export const IndividualFormPage = ({ viewer, values, faults, edit, onceKey, contacts = !edit }: IndividualFormProps) => {
  const words = wordsFor(viewer.language);
  const title = edit ? words.say('individuals.edit_of', { reference: edit.reference }) : words.say('individuals.new');
  return (
    <Page viewer={viewer} title={title} current="individuals" breadcrumb={[{ href: '/individuals', text: words.say('individuals.title') }]}>
      <PageHead title={title} facts={words.say('individuals.form.lead')} />
      <FormPost
        action={edit ? `/individuals/${edit.id}/edit` : '/individuals/new'}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        <IndividualFields viewer={viewer} contacts={contacts} />
        {edit && !contacts && (
          <p class="w">
            <a href={`/individuals/${edit.id}/edit?contacts=yes`}>{words.say('individuals.contacts.change')}</a>
          </p>
        )}
        {edit && <TextField name="because" label={words.say('individuals.because')} hint={words.say('individuals.because.hint')} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/individuals/${edit.id}` : '/individuals'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

/** The fields about a person the viewer may read and so write; what is withheld is not asked for. */
const IndividualFields = ({ viewer, contacts }: { readonly viewer: Viewer; readonly contacts: boolean }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`individuals.${key}`);
  const options = (list: string): Option[] => optionsOf(list, viewer.language);
  return (
    <>
      <TextAreaField name="names" label={say('names')} hint={say('names.hint')} rows={3} />
      <SelectField name="sex" label={say('sex')} options={options('sex')} />
      <TextField name="birth" label={say('birth')} hint={say('birth.hint')} />
      <SelectField name="regionCode" label={say('region')} options={regionOptions(viewer.language)} />
      <TextField name="nationality" label={say('nationality')} />
      <TextField name="occupation" label={say('occupation')} />
      <CheckboxGroup name="roles" label={say('role')} options={options('roles-of-person')} wide />
      <CheckboxGroup name="vulnerabilities" label={say('vulnerabilities')} options={options('vulnerabilities')} wide />
      <TextField name="medicalNeed" label={say('medical')} wide />
      {contacts && (
        <>
          <TextAreaField name="phones" label={say('phones')} hint={say('lines.hint')} rows={2} />
          <TextField name="address" label={say('address')} wide />
          <TextField name="documents" label={say('documents')} wide />
        </>
      )}
      <TextAreaField name="description" label={say('description')} rows={3} />
      <TextAreaField name="notes" label={say('notes')} rows={4} />
    </>
  );
};
