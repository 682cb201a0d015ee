import type { Fault, FormValues, Option, Viewer } from '../../parts/public.js';
import { CheckboxGroup, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface IncidentFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly reference: string; readonly version: number };
  readonly onceKey?: string;
  /** Facilities and sources already named: they can be unticked. */
  readonly named: { readonly places: readonly Option[]; readonly sources: readonly Option[] };
  readonly places: readonly Option[];
  readonly sources: readonly Option[];
  /** How the typed times were read, in words. */
  readonly echoes?: Readonly<Record<string, string>>;
}

export const IncidentFormPage = (props: IncidentFormProps) => {
  const { viewer, values, faults, edit, onceKey, named, places, sources, echoes = {} } = props;
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`incidents.${key}`);
  const title = edit ? words.say('incidents.edit_of', { reference: edit.reference }) : say('new');
  const echo = (name: string) => (echoes[name] ? { echo: echoes[name] } : {});
  return (
    <Page viewer={viewer} title={title} current="incidents" breadcrumb={[{ href: '/incidents', text: say('title') }]}>
      <PageHead title={title} facts={say('form.lead')} />
      <FormPost
        action={edit ? `/incidents/${edit.id}/edit` : '/incidents/new'}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        <TextField name="title" label={say('what')} hint={say('what.hint')} required wide />
        <SelectField name="kind" label={say('kind')} options={optionsOf('incident-kinds', language)} />
        <TextField name="kindWords" label={say('kind_words')} />
        <SelectField name="regionCode" label={say('region')} options={regionOptions(language)} />
        <TextField name="placeWords" label={say('place')} />
        <TimeField name="start" label={say('start')} placeField="regionCode" {...echo('start')} />
        <TimeField name="end" label={say('end')} placeField="regionCode" {...echo('end')} />
        <TextAreaField name="description" label={say('description')} rows={4} />
        <TextField name="theme" label={say('theme')} />
        <SelectField name="permission" label={say('permission')} options={optionsOf('permissions', language)} />
        <SelectField name="organiserKind" label={say('organiserKind')} options={optionsOf('organiser-kinds', language)} />
        <TextField name="organiser" label={say('organiser')} />
        <SelectField name="authorityKind" label={say('authority')} options={optionsOf('authority-kinds', language)} />
        <input type="hidden" name="placeIds" value="" />
        <input type="hidden" name="sourceIds" value="" />
        {named.places.length > 0 && <CheckboxGroup name="placeIds" label={say('facilities')} options={named.places} wide />}
        <SelectField name="addPlace" label={say('add_facility')} options={places} />
        {named.sources.length > 0 && <CheckboxGroup name="sourceIds" label={say('sources')} options={named.sources} wide />}
        <SelectField name="addSource" label={say('add_source')} options={sources} />
        <TextAreaField name="links" label={say('links')} hint={say('links.hint')} rows={3} />
        {!edit && (
          <>
            <TextField name="atLeast" label={say('count_least')} hint={say('count.hint')} inputMode="numeric" />
            <TextField name="atMost" label={say('count_most')} hint={say('count_most.hint')} inputMode="numeric" />
            <TextField name="asSaid" label={say('as_said')} wide />
          </>
        )}
        {edit && <TextField name="because" label={say('because')} wide />}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={edit ? `/incidents/${edit.id}` : '/incidents'}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
