import { FormPost, Page, PageHead, SelectField, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import type { FileText } from './person-file.js';
import { personFileFormats } from './person-file.input.js';

interface PersonFileProps {
  readonly viewer: Viewer;
  readonly individual: { readonly id: string; readonly reference: string };
  readonly texts: readonly FileText[];
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

/** Before a copy is made: every free text is looked through for what it says of others. */
export const PersonFilePage = ({ viewer, individual, texts, values, faults }: PersonFileProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`person-file.${key}`);
  const fieldOf = (key: string): string => words.say(`fields.${key.split('.').at(-1) ?? ''}`);
  return (
    <Page viewer={viewer} title={say('title')} current="individuals" breadcrumb={[{ href: `/individuals/${individual.id}/data`, text: individual.reference }]}>
      <PageHead title={say('title')} facts={individual.reference} />
      <p>{say('lead')}</p>
      <FormPost action={`/individuals/${individual.id}/copy`} values={values} faults={faults} guard={false}>
        <SelectField name="format" label={say('format')} options={personFileFormats.map((value) => ({ value, label: value.toUpperCase() }))} empty={null} />
        <SelectField name="purpose" label={words.say('data-rights.purpose')} options={optionsOf('export-purposes', viewer.language)} required />
        {texts.length > 0 && (
          <div class="w">
            <h2>{say('look')}</h2>
            <p>{say('look.lead')}</p>
          </div>
        )}
        {texts.map(({ key, text }) => (
          <div class="w" key={key}>
            <TextAreaField name={`text:${key}`} label={fieldOf(key)} rows={4} value={text} />
            <label class="check">
              <input type="checkbox" name="looked" value={key} />
              {say('looked')}
            </label>
          </div>
        ))}
        <p class="w">
          <button class="btn p">{say('make')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
