import { FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface RequestFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly onceKey: string;
  readonly zone: string;
  /** Number of the person it is about. */
  readonly about: string | null;
}

export const RequestFormPage = ({ viewer, values, faults = [], onceKey, zone, about }: RequestFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  return (
    <Page viewer={viewer} title={say('requests.new')} current="requests" breadcrumb={[{ href: '/requests', text: say('requests') }]}>
      <PageHead title={say('requests.new')} facts={about ?? say('request.about.unknown')} />
      <FormPost action="/requests/new" values={values} faults={faults} onceKey={onceKey}>
        {values.individualId && <input type="hidden" name="individualId" value={String(values.individualId)} />}
        <SelectField name="what" label={say('request.what')} options={optionsOf('request-kinds', viewer.language)} required />
        <TimeField name="received" label={say('request.received')} zone={zone} required />
        <SelectField name="askedBy" label={say('request.asked_by')} options={optionsOf('request-askers', viewer.language)} required />
        <SelectField name="identity" label={say('request.identity')} options={optionsOf('identity-checks', viewer.language)} />
        <TextField name="asker" label={say('request.asker')} maxLength={200} />
        <TextField name="contact" label={say('request.contact')} maxLength={300} />
        <TextAreaField name="wording" label={say('request.wording')} rows={4} maxLength={5000} />
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href="/requests">
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
