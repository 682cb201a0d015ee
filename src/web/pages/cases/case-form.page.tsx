import { FormPost, Page, PageHead, SelectField, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

export interface CaseFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
}

export const CaseFormPage = ({ viewer, values, faults, edit, onceKey }: CaseFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`cases.${key}`);
  const title = edit ? words.say('cases.edit_of', { reference: edit.reference }) : say('open');
  return (
    <Page viewer={viewer} title={title} current="cases" breadcrumb={[{ href: '/cases', text: say('title') }]}>
      <PageHead title={title} facts={edit ? undefined : say('open.lead')} />
      <FormPost
        action={edit ? `/cases/${edit.id}/edit` : '/cases/new'}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        <TextField name="title" label={say('case_title')} required wide />
        <TextAreaField name="summary" label={say('summary')} rows={4} />
        <SelectField name="stage" label={say('stage')} options={optionsOf('case-stages', viewer.language)} />
        <SelectField name="priority" label={say('priority')} options={optionsOf('priorities', viewer.language)} />
        {edit && (
          <>
            <SelectField name="outcome" label={say('outcome')} options={optionsOf('case-outcomes', viewer.language)} />
            <TextField name="because" label={say('because')} wide />
          </>
        )}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/cases/${edit.id}` : '/cases'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
