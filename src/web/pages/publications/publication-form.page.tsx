import { offered, SMALLEST_THRESHOLD } from '../../../publications/public.js';
import { CheckboxField, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { regionOptions } from '../options.js';
import { TABLES } from './publication-form.js';

interface PublicationFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly onceKey: string;
}

export const PublicationFormPage = ({ viewer, values, faults = [], onceKey }: PublicationFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`publications.${key}`, params);
  const dimensions = offered.map(({ id }) => ({ value: id, label: say(`dimension.${id}`) }));
  const languages = (['en', 'ru', 'kk'] as const).map((value) => ({ value, label: words.say(`shell.language.${value}`) }));
  return (
    <Page viewer={viewer} title={say('new')} current="publications" breadcrumb={[{ href: '/publications', text: say('title') }]}>
      <PageHead title={say('new')} facts={say('new.lead')} />
      <FormPost action="/publications/new" values={{ language: viewer.language, rows0: 'region', ...values }} faults={faults} onceKey={onceKey} labels={{ tables: say('tables') }}>
        <TextField name="title" label={say('name')} hint={say('name.hint')} maxLength={200} required wide />
        <TextAreaField name="intro" label={say('intro')} rows={4} wide />
        <SelectField name="language" label={say('language')} options={languages} empty={null} required />
        <SelectField name="region" label={say('region')} options={regionOptions(viewer.language)} empty={say('region.all')} />
        <TextField name="from" label={say('from')} hint={say('day.hint')} maxLength={10} />
        <TextField name="to" label={say('to')} hint={say('day.hint')} maxLength={10} />
        {Array.from({ length: TABLES }, (_, n) => (
          <fieldset class="card form" key={n}>
            <legend>{say('table.number', { number: n + 1 })}</legend>
            <SelectField name={`rows${n}`} label={say('rows')} options={dimensions} empty={say('rows.none')} />
            <SelectField name={`columns${n}`} label={say('columns')} options={dimensions} empty={say('columns.none')} />
          </fieldset>
        ))}
        <TextField name="threshold" label={say('threshold')} hint={say('threshold.hint', { least: SMALLEST_THRESHOLD })} maxLength={3} />
        <TextField name="embargo" label={say('embargo')} hint={say('day.hint')} maxLength={10} />
        <CheckboxField name="named" label={say('named')} hint={say('named.hint')} wide />
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href="/publications">
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
