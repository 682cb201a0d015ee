import { FormPost, Page, PageHead, SelectField, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface PlaceFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly name: string; readonly version: number };
  readonly onceKey?: string;
}

export const PlaceFormPage = ({ viewer, values, faults = [], edit, onceKey }: PlaceFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`places.${key}`);
  const title = edit ? words.say('places.edit_of', { name: edit.name }) : say('new');
  return (
    <Page viewer={viewer} title={title} current="places" breadcrumb={[{ href: '/places', text: say('title') }]}>
      <PageHead title={title} />
      <FormPost action={edit ? `/places/${edit.id}/edit` : '/places/new'} values={values} faults={faults} version={edit?.version ?? null} onceKey={onceKey ?? null}>
        <TextField name="name" label={say('name')} maxLength={200} required />
        <SelectField name="regionCode" label={say('region')} options={regionOptions(viewer.language)} />
        <TextField name="nameRu" label={say('nameRu')} maxLength={200} />
        <TextField name="nameKk" label={say('nameKk')} maxLength={200} />
        <SelectField name="kind" label={say('kind')} options={optionsOf('facility-kinds', viewer.language)} />
        <TextField name="kindWords" label={say('kindWords')} maxLength={300} />
        <SelectField name="authorityKind" label={say('authority')} options={optionsOf('authority-kinds', viewer.language)} />
        <TextField name="zone" label={say('zone')} hint={say('zone.hint')} maxLength={64} />
        <TextField name="address" label={say('address')} maxLength={500} wide />
        <TextAreaField name="aliases" label={say('aliases')} hint={say('aliases.hint')} rows={3} />
        <TextField name="validFrom" label={say('validFrom')} hint={say('day.hint')} maxLength={10} />
        <TextField name="validTo" label={say('validTo')} hint={say('day.hint')} maxLength={10} />
        {edit && <TextField name="because" label={words.say('forms.because')} maxLength={500} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/places/${edit.id}` : '/places'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
