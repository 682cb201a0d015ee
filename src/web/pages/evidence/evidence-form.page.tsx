import { endingsTaken } from '../../../evidence/public.js';
import { FormPost, Page, PageHead, SelectField, TextField, TimeField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import { crumbsOf, sectionOf, type Belongs } from './evidence-list.page.js';

interface EvidenceFormProps {
  readonly viewer: Viewer;
  readonly belongs: Belongs;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
  readonly megabytes: number;
  /** Who collected it may be somebody to be protected. */
  readonly mayNameSource: boolean;
  readonly onceKey: string;
}

/** The file stands last: what is said of it has to be there before its first byte. */
export const EvidenceFormPage = ({ viewer, belongs, values, faults, megabytes, mayNameSource, onceKey }: EvidenceFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`evidence.${key}`);
  const original = typeof values.originalId === 'string' ? values.originalId : null;
  const title = say(original ? 'add_copy' : 'add');
  return (
    <Page viewer={viewer} title={title} current={sectionOf(belongs)} breadcrumb={crumbsOf(belongs, say('title'))}>
      <PageHead title={title} also={belongs.reference} facts={say(original ? 'copy_lead' : 'add_lead')} />
      <FormPost action={`/evidence/of/${belongs.about}/${belongs.id}/new`} values={values} faults={faults} onceKey={onceKey} multipart>
        {original && <input type="hidden" name="originalId" value={original} />}
        <TextField name="title" label={say('what')} hint={say('what.hint')} maxLength={500} required wide />
        <SelectField name="kind" label={say('kind')} options={optionsOf('evidence-kinds', viewer.language)} required />
        <TimeField name="collected" label={say('collected')} />
        {mayNameSource && <TextField name="collector" label={say('collector')} hint={say('collector.hint')} maxLength={300} />}
        <TextField name="method" label={say('method')} hint={say('method.hint')} maxLength={300} />
        <TextField name="file" type="file" label={say('file')} hint={words.say('evidence.file.hint', { megabytes, endings: endingsTaken.join(', ') })} accept={endingsTaken.map((ending) => `.${ending}`).join(',')} required wide />
        <p>
          <button class="btn p">{say('keep')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
