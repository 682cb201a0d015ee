import { FormPost, Page, PageHead, SelectField, TextField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface TravelProps {
  readonly viewer: Viewer;
  readonly colleagues: readonly Option[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** Giving up one's own access before a border: nobody can be made to hand over what they do not have. */
export const TravelPage = ({ viewer, colleagues, values = {}, faults = [] }: TravelProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('travel')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('travel')} />
      <p>{say('travel.what')}</p>
      {colleagues.length < 2 ? (
        <p class="banner warn">{say('travel.too_few')}</p>
      ) : (
        <FormPost action="/account/travel" values={values} faults={faults}>
          <SelectField name="first" label={say('travel.first')} options={colleagues} required />
          <SelectField name="second" label={say('travel.second')} options={colleagues} required />
          <TextField name="reason" label={say('travel.reason')} maxLength={300} />
          <p>
            <button class="btn p">{say('travel.do')}</button>
          </p>
        </FormPost>
      )}
    </Page>
  );
};
