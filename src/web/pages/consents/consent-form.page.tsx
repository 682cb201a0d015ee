import { consentScopes } from '../../../consents/public.js';
import type { Language } from '../../../kernel/actor/public.js';
import { labelOf, vocabulary } from '../../../vocabularies/public.js';
import { CheckboxGroup, FormPost, Page, PageHead, RadioGroup, SelectField, TextAreaField, TextField, TimeField, useWords, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { languages, wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import type { Whose } from './whose.js';

interface ConsentFormProps {
  readonly viewer: Viewer;
  readonly whose: Whose;
  /** The language the questions are read out in. */
  readonly speak: Language;
  /** Partners that can be named. */
  readonly partners: readonly Option[];
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly onceKey: string;
}

/** One screen beside the person: each question ready to read out, then how it was asked. */
export const ConsentFormPage = ({ viewer, whose, speak, partners, values, faults, onceKey }: ConsentFormProps) => {
  const words = wordsFor(viewer.language);
  const spoken = wordsFor(speak);
  const { language } = viewer;
  const say = (key: string): string => words.say(`consents.${key}`);
  const title = words.say('consents.form.title', { reference: whose.reference });
  const answers = [
    { value: 'yes', label: say('answer.yes') },
    { value: 'no', label: say('answer.no') },
    { value: '', label: say('answer.unasked') },
  ];
  return (
    <Page viewer={viewer} title={title} current={whose.section} breadcrumb={[{ href: whose.path, text: say('title') }]}>
      <PageHead title={title} facts={say('form.lead')} />
      {whose.minor && <p class="banner warn">{say('form.minor')}</p>}
      <nav class="row" aria-label={say('form.speak')}>
        <span>{say('form.speak')}:</span>
        {languages.map((one) => (
          <a key={one} class="btn" href={`${whose.path}/new?speak=${one}`} aria-current={one === speak ? 'true' : undefined}>
            {say(`language.${one}`)}
          </a>
        ))}
      </nav>
      <FormPost action={`${whose.path}/new?speak=${speak}`} values={values} onceKey={onceKey} labels={{ partners: say('form.partners'), partnerIds: say('form.partner_ids') }} {...(faults ? { faults } : {})}>
        {consentScopes.map((scope) => (
          <div key={scope} class="w">
            <p class="spoken" lang={speak}>
              {spoken.say(`consents.say.${scope}`)}
            </p>
            <RadioGroup name={`answers.${scope}`} label={labelOf('consent-scopes', scope, language)} options={answers} chosen={[String(values[`answers.${scope}`] ?? '')]} />
            {scope === 'share_partner' && <PartnerFields partners={partners} mayRecord={viewer.permissions.has('organisation.record')} />}
          </div>
        ))}
        <TimeField name="expires" label={say('form.expires')} hint={say('form.expires.hint')} />
        <TextAreaField name="conditions" label={say('form.conditions')} hint={say('form.conditions.hint')} rows={2} maxLength={2000} />
        <TalkFields viewer={viewer} whose={whose} />
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={whose.path}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

/** To which partners a yes to passing on is bound: those on the list are held to by the program, words are read by people. */
const PartnerFields = ({ partners, mayRecord }: Pick<ConsentFormProps, 'partners'> & { readonly mayRecord: boolean }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <>
      {partners.length > 0 && <CheckboxGroup name="partnerIds" label={say('form.partner_ids')} hint={say('form.partner_ids.hint')} options={partners} wide />}
      {partners.length === 0 && (
        <p class="muted w">
          {say('form.partner_ids.none')} {mayRecord && <a href="/organisations/new">{say('form.partner_ids.record')}</a>}
        </p>
      )}
      <TextField name="partners" label={say('form.partners')} hint={say('form.partners.hint')} maxLength={500} />
    </>
  );
};

/** How a conversation went: the same for a decision and for a withdrawal. */
export const TalkFields = ({ viewer: { language }, whose }: Pick<ConsentFormProps, 'viewer' | 'whose'>) => {
  const words = wordsFor(language);
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <>
      <h2>{say('form.more')}</h2>
      <TimeField name="given" label={say('form.when')} hint={say('form.when.hint')} />
      <SelectField name="way" label={say('form.way')} options={optionsOf('consent-ways', language)} empty={null} />
      <SelectField name="language" label={say('form.language')} options={languages.map((value) => ({ value, label: words.say(`consents.language.${value}`) }))} />
      <SelectField name="givenBy" label={say('form.giver')} hint={say('form.giver.hint')} options={optionsOf('consent-givers', language)} empty={null} />
      <SelectField name="capacity" label={say('form.capacity')} options={vocabulary('consent-capacities').values.map((one) => ({ value: one.code, label: one[language] }))} empty={null} />
      {whose.about === 'individual' && <TextField name="giverName" label={say('form.giver_name')} hint={say('form.giver_name.hint')} maxLength={300} />}
      <TextField name="askedBy" label={say('form.asked_by')} hint={say('form.asked_by.hint')} maxLength={300} />
      <TextAreaField name="evidence" label={say('form.evidence')} hint={say('form.evidence.hint')} rows={2} maxLength={2000} />
    </>
  );
};
