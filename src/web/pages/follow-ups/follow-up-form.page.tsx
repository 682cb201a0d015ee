import { subjectFields } from '../../../follow-ups/public.js';
import { FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

export interface FollowUpFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  /** Who reaches what the task is about. */
  readonly owners: readonly Option[];
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly version: number };
  readonly onceKey?: string;
  /** Where leaving off leads to. */
  readonly back: string;
}

export const FollowUpFormPage = ({ viewer, values, owners, faults, edit, onceKey, back }: FollowUpFormProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`follow-ups.${key}`);
  const title = say(edit ? 'edit' : 'new');
  return (
    <Page viewer={viewer} title={title} current="follow-ups" breadcrumb={[{ href: '/follow-ups', text: say('title') }]}>
      <PageHead title={title} />
      <FormPost
        action={edit ? `/follow-ups/${edit.id}/edit` : '/follow-ups/new'}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        {!edit && subjectFields.map((name) => values[name] && <input key={name} type="hidden" name={name} value={String(values[name])} />)}
        <SelectField name="kind" label={say('kind')} options={optionsOf('follow-up-kinds', language)} />
        <SelectField name="priority" label={say('priority')} options={optionsOf('priorities', language)} />
        <TimeField name="due" label={say('due')} />
        <SelectField name="ownerId" label={say('owner')} hint={say('owner.hint')} options={owners} empty={say('nobody')} />
        <TextAreaField name="task" label={say('task')} rows={3} />
        {edit && <TextField name="because" label={say('because')} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={back}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
