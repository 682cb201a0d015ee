import { CheckboxField, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface OrganisationFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly seesContact: boolean;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
}

export const OrganisationFormPage = ({ viewer, values, seesContact, faults = [], edit, onceKey }: OrganisationFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`organisations.${key}`);
  const title = edit ? words.say('organisations.edit_of', { reference: edit.reference }) : say('new');
  const action = edit ? `/organisations/${edit.id}/edit` : '/organisations/new';
  return (
    <Page viewer={viewer} title={title} current="organisations" breadcrumb={[{ href: '/organisations', text: say('title') }]}>
      <PageHead title={title} />
      <FormPost action={action} values={values} faults={faults} version={edit?.version ?? null} onceKey={onceKey ?? null}>
        <TextField name="name" label={say('name')} maxLength={200} required />
        <SelectField name="kind" label={say('kind')} options={optionsOf('organisation-kinds', viewer.language)} />
        <SelectField name="regionCode" label={say('region')} options={regionOptions(viewer.language)} />
        <CheckboxField name="partner" label={say('partner')} />
        <TextAreaField name="otherNames" label={say('otherNames')} hint={say('lines.hint')} rows={3} />
        {seesContact && <TextField name="contact" label={say('contact')} maxLength={500} wide />}
        <TextAreaField name="notes" label={say('notes')} rows={5} />
        {edit && <TextField name="because" label={words.say('forms.because')} maxLength={500} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/organisations/${edit.id}` : '/organisations'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
