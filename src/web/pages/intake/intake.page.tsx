import type { Fault, FormValues, Match, Option, Viewer } from '../../parts/public.js';
import { FormPost, Page, PageHead, PersonNameField, SelectField, TextAreaField, TextField, TimeField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface IntakePageProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly matches?: readonly Match[];
  readonly incidents: readonly Option[];
  readonly onceKey: string;
  /** What the last intake was saved as. */
  readonly saved?: { readonly href: string; readonly reference: string } | null;
  /** How the typed times were read, in words. */
  readonly echoes?: Readonly<Record<string, string>>;
}

/** Person and detention in one form. What was known of the place, the incident and the reporter stays for the next person. */
export const IntakePage = ({ viewer, values, faults, matches, incidents, onceKey, saved, echoes = {} }: IntakePageProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`intake.${key}`);
  const echo = (name: string) => (echoes[name] ? { echo: echoes[name] } : {});
  return (
    <Page viewer={viewer} title={say('title')} current="intake">
      <PageHead title={say('title')} facts={say('lead')} />
      {saved && (
        <p class="banner ok" role="status">
          {say('saved')} <a href={saved.href}>{saved.reference}</a>
        </p>
      )}
      <FormPost action="/intake" values={values} onceKey={onceKey} {...(faults ? { faults } : {})}>
        <PersonNameField name="name" label={say('name')} hint={say('name.hint')} {...(matches ? { matches } : {})} />
        <TextAreaField name="description" label={say('description')} hint={say('description.hint')} rows={2} />
        <SelectField name="sex" label={say('sex')} options={optionsOf('sex', language)} />
        <TextField name="birth" label={say('birth')} hint={say('birth.hint')} />
        <TimeField name="start" label={say('start')} {...echo('start')} />
        <TimeField name="end" label={say('end')} hint={say('end.hint')} {...echo('end')} />
        <SelectField name="periodKind" label={say('held_where')} options={optionsOf('custody-period-kinds', language)} />
        <TextField name="placeWords" label={say('place')} />
        <SelectField name="kind" label={say('kind')} options={optionsOf('detention-kinds', language)} />
        <SelectField name="authorityKind" label={say('authority')} options={optionsOf('authority-kinds', language)} />
        <SelectField name="regionCode" label={say('region')} options={regionOptions(language)} />
        <SelectField name="incidentId" label={say('incident')} options={incidents} />
        <TextField name="phones" label={say('phone')} type="tel" />
        <SelectField name="vulnerabilities" label={say('vulnerability')} options={optionsOf('vulnerabilities', language)} />
        <TextField name="reporter" label={say('reporter')} hint={say('reporter.hint')} />
        <SelectField name="reporterKind" label={say('reporter_kind')} options={optionsOf('source-kinds', language)} />
        <TextAreaField name="notes" label={say('notes')} rows={2} />
        <div class="row w">
          <button class="btn p" name="then" value="next">
            {say('save_next')}
          </button>
          <button class="btn" name="then" value="open">
            {say('save_open')}
          </button>
        </div>
      </FormPost>
    </Page>
  );
};
