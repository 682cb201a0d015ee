import { staffRoles } from '../../../access/public.js';
import { CheckboxField, FormPost, Page, PageHead, RadioGroup, SelectField, TextField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import type { TeamView } from '../../../staff/public.js';
import { languages, wordsFor } from '../../words/words.js';
import { teamName } from './teams.page.js';

interface StaffFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  /** Where the account can belong; chosen only when there are several. */
  readonly teams: readonly TeamView[];
}

/** The roles with one line each about what they may do. */
export function roleOptions(language: Viewer['language']): (Option & { hint: string })[] {
  const words = wordsFor(language);
  return staffRoles.map((role) => ({ value: role, label: words.say(`shell.role.${role}`), hint: words.say(`staff.role.${role}`) }));
}

export const StaffFormPage = ({ viewer, values, faults = [], teams }: StaffFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('new')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={say('new')} facts={say('new.lead')} />
      <FormPost action="/staff/new" values={values} faults={faults}>
        <TextField name="name" label={say('name')} hint={say('name.hint')} maxLength={120} required />
        <TextField name="signInName" label={say('signInName')} hint={say('signInName.hint')} maxLength={60} required />
        <RadioGroup name="role" label={say('role')} options={roleOptions(viewer.language).filter(({ value }) => value !== 'administrator')} required wide />
        {teams.length > 1 && <SelectField name="teamId" label={say('team')} options={teams.map((team) => ({ value: team.id, label: teamName(team, words) }))} empty={null} />}
        <SelectField
          name="language"
          label={say('language')}
          options={languages.map((value) => ({ value, label: words.say(`shell.language.${value}`) }))}
          empty={null}
        />
        <TextField name="lastDay" label={say('lastDay')} hint={say('lastDay.hint')} maxLength={10} />
        <CheckboxField name="service" value="yes" label={say('service')} hint={say('service.hint')} />
        <div class="row w">
          <button class="btn p">{say('create')}</button>
          <a class="btn" href="/staff">
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

interface LinkProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly name: string;
  readonly link: string;
}

/** The single-use link, in this one answer and never again. */
export const StaffLinkPage = ({ viewer, id, name, link }: LinkProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('link')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={say('link')} facts={<bdi>{name}</bdi>} />
      <div class="banner warn" role="status">
        <p>{say('link.once')}</p>
      </div>
      <div class="field w">
        <label for="link">{say('link.label')}</label>
        <p class="hint" id="link-hint">
          {say('link.copy')}
        </p>
        <input id="link" type="text" readOnly value={link} aria-describedby="link-hint" autofocus />
      </div>
      <p>{say('link.hand_over')}</p>
      <p class="row">
        <a class="btn p" href={`/staff/${id}`}>
          {say('link.done')}
        </a>
        <a class="btn" href="/staff">
          {say('title')}
        </a>
      </p>
    </Page>
  );
};
