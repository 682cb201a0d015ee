import type { Fault, FormValues, Viewer } from '../../parts/public.js';
import { FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface DetentionFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  /** The person the detention is about; null for people without names. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
}

export const DetentionFormPage = ({ viewer, values, faults, person, edit, onceKey }: DetentionFormProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`detentions.${key}`);
  const title = edit ? words.say('detentions.edit_of', { reference: edit.reference }) : say('add');
  const back = edit ? `/detentions/${edit.id}` : person ? `/individuals/${person.id}` : '/detentions';
  return (
    <Page viewer={viewer} title={title} current="detentions" breadcrumb={[{ href: '/detentions', text: say('title') }]}>
      <PageHead title={title} facts={person?.name} />
      <FormPost
        action={edit ? `/detentions/${edit.id}/edit` : '/detentions/new'}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        {person && <input type="hidden" name="individualId" value={person.id} />}
        {values.incidentId && <input type="hidden" name="incidentId" value={String(values.incidentId)} />}
        {!person && (
          <>
            <TextField name="unnamed" label={say('unnamed')} hint={say('unnamed.hint')} wide />
            <TextField name="countedAtLeast" label={say('counted_least')} inputMode="numeric" />
            <TextField name="countedAtMost" label={say('counted_most')} inputMode="numeric" />
          </>
        )}
        <SelectField name="kind" label={say('kind')} options={optionsOf('detention-kinds', language)} />
        <TextField name="kindWords" label={say('kind_words')} />
        <SelectField name="authorityKind" label={say('authority')} options={optionsOf('authority-kinds', language)} />
        <TextField name="authorityWords" label={say('authority_words')} />
        <SelectField name="regionCode" label={say('region')} options={regionOptions(language)} />
        <SelectField name="outcome" label={say('outcome')} options={optionsOf('outcomes', language)} />
        {!edit && (
          <>
            <SelectField name="periodKind" label={say('held_where')} options={optionsOf('custody-period-kinds', language)} />
            <TextField name="placeWords" label={say('place_words')} />
            <TimeField name="start" label={say('start')} />
            <TimeField name="end" label={say('end')} hint={say('end.hint')} />
          </>
        )}
        <TextAreaField name="ground" label={say('ground')} rows={2} />
        <TextAreaField name="description" label={say('description')} rows={3} />
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
