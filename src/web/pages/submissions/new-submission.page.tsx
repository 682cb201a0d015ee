import { forms, headingLanguages, isForPartner } from '../../../submissions/public.js';
import { FormPost, Page, PageHead, RadioGroup, SelectField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface NewSubmissionProps {
  readonly viewer: Viewer;
  readonly about: 'detention' | 'incident';
  readonly id: string;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly onceKey: string;
  readonly partners: readonly Option[];
}

/** Which form, for which detention or incident. */
export const NewSubmissionPage = ({ viewer, about, id, values, faults, onceKey, partners }: NewSubmissionProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`submissions.${key}`);
  const options = forms.filter((form) => form.about === about).map((form) => ({ value: form.form, label: form.title[viewer.language], hint: say(`status.${form.status}`) }));
  return (
    <Page viewer={viewer} title={say('new')} current="submissions" breadcrumb={[{ href: '/submissions', text: say('title') }]}>
      <PageHead title={say('new')} facts={say('new.lead')} />
      <FormPost action="/submissions/new" values={values} onceKey={onceKey} {...(faults ? { faults } : {})}>
        <input type="hidden" name={`${about}Id`} value={id} />
        <RadioGroup name="form" label={say('form')} options={options} wide required />
        <SelectField name="headings" label={say('headings')} options={headingLanguages.map((value) => ({ value, label: say(`headings.${value}`) }))} empty={null} />
        {partners.length > 0 && forms.some((form) => form.about === about && isForPartner(form)) && <SelectField name="partnerId" label={say('partner')} hint={say('partner.hint')} options={partners} empty={say('partner.none')} />}
        <div class="row w">
          <button class="btn p">{say('begin')}</button>
          <a class="btn" href={`/${about}s/${id}`}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
