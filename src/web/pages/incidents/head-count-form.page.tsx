import type { Fault, FormValues, Option, Viewer } from '../../parts/public.js';
import { FormPost, Page, PageHead, SelectField, TextField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

export interface HeadCountFormProps {
  readonly viewer: Viewer;
  readonly incident: { readonly id: string; readonly reference: string; readonly title: string };
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly edit?: { readonly id: string; readonly version: number };
  readonly onceKey?: string;
  readonly sources: readonly Option[];
}

export const HeadCountFormPage = ({ viewer, incident, values, faults, edit, onceKey, sources }: HeadCountFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`incidents.${key}`);
  const title = edit ? say('edit_count') : say('add_count');
  const back = `/incidents/${incident.id}`;
  const action = edit ? `${back}/counts/${edit.id}/edit` : `${back}/counts/new`;
  const breadcrumb = [
    { href: '/incidents', text: say('title') },
    { href: back, text: incident.reference },
  ];
  return (
    <Page viewer={viewer} title={title} current="incidents" breadcrumb={breadcrumb}>
      <PageHead title={title} facts={incident.title} />
      <FormPost
        action={action}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        <SelectField name="sourceId" label={say('source')} options={sources} empty={say('source_unnamed')} />
        <TextField name="atLeast" label={say('count_least')} inputMode="numeric" required />
        <TextField name="atMost" label={say('count_most')} hint={say('count_most.hint')} inputMode="numeric" />
        <TextField name="asSaid" label={say('as_said')} wide />
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
