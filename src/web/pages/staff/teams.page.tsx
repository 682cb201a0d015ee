import type { TeamView } from '../../../staff/public.js';
import { DataTable, FormPost, Page, PageHead, SelectField, TextField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';

/** A team's name; the first one has none until somebody gives it one. */
export const teamName = (team: TeamView | undefined, words: Words): string => team?.name || words.say('staff.team.home');

interface TeamListProps {
  readonly viewer: Viewer;
  readonly teams: readonly TeamView[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayAdd: boolean;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const TeamListPage = ({ viewer, teams, names, mayAdd, values = {}, faults = [] }: TeamListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('teams')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={say('teams')} facts={say('teams.lead')} />
      <DataTable
        caption={say('teams')}
        rows={teams}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', head: say('team'), cell: (row) => <a href={`/teams/${row.id}`}>{teamName(row, words)}</a> },
          { key: 'contact', head: say('team.contact'), cell: (row) => (row.contactId ? <bdi>{names.get(row.contactId) ?? ''}</bdi> : words.say('lists.none')) },
        ]}
      />
      {mayAdd && (
        <FormPost action="/teams" values={values} faults={faults}>
          <TextField name="name" label={say('team.new')} maxLength={120} required />
          <p class="w">
            <button class="btn p">{say('team.make')}</button>
          </p>
        </FormPost>
      )}
    </Page>
  );
};

interface TeamProps {
  readonly viewer: Viewer;
  readonly team: TeamView;
  readonly contacts: readonly Option[];
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
}

export const TeamPage = ({ viewer, team, contacts, values, faults = [] }: TeamProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('team')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }, { href: '/teams', text: say('teams') }]}>
      <PageHead title={teamName(team, words)} />
      <FormPost action={`/teams/${team.id}`} values={values} faults={faults}>
        <TextField name="name" label={say('team.name')} maxLength={120} required />
        <SelectField name="contactId" label={say('team.contact')} hint={say('team.contact.hint')} options={contacts} empty={words.say('lists.none')} />
        <p class="w">
          <button class="btn p">{words.say('forms.save')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
