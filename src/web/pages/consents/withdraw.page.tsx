import { consentScopes, NARROWEST, type DisclosureView } from '../../../consents/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { CheckboxGroup, FormPost, Page, PageHead, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { TalkFields } from './consent-form.page.js';
import { DisclosureTable } from './disclosure-table.js';
import type { Whose } from './whose.js';

interface WithdrawPageProps {
  readonly viewer: Viewer;
  readonly whose: Whose;
  readonly gone: readonly DisclosureView[] | null;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
}

export const WithdrawPage = ({ viewer, whose, gone, names, zone, values, faults }: WithdrawPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`consents.${key}`);
  const title = words.say('consents.withdraw.title', { reference: whose.reference });
  const scopes = [...consentScopes.filter((scope) => scope !== NARROWEST), NARROWEST];
  return (
    <Page viewer={viewer} title={title} current={whose.section} breadcrumb={[{ href: whose.path, text: say('title') }]}>
      <PageHead title={title} facts={say('withdraw.lead')} />
      <FormPost action={`${whose.path}/withdraw`} values={values} {...(faults ? { faults } : {})}>
        <CheckboxGroup name="scopes" label={say('withdraw.scopes')} hint={say('withdraw.all')} options={scopes.map((value) => ({ value, label: labelOf('consent-scopes', value, viewer.language) }))} wide />
        <TalkFields viewer={viewer} whose={whose} />
        <div class="row w">
          <button class="btn p">{say('withdraw.do')}</button>
          <a class="btn" href={whose.path}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
      {gone && (
        <>
          <h2>{say('gone')}</h2>
          <DisclosureTable viewer={viewer} rows={gone} names={names} zone={zone} />
        </>
      )}
    </Page>
  );
};
