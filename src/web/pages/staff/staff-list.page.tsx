import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { StaffState, StaffView, TeamView } from '../../../staff/public.js';
import { Chip, DataTable, Page, PageHead, type Tone, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { teamName } from './teams.page.js';

interface StaffListProps {
  readonly viewer: Viewer;
  readonly staff: readonly StaffView[];
  readonly zone: string;
  readonly teams: readonly TeamView[];
}

const tones: Readonly<Record<StaffState, Tone>> = { active: 'met', invited: 'run', expired: 'plain', disabled: 'plain', suspended: 'plain', program: 'plain' };

export const StateChip = ({ state, label }: { readonly state: StaffState; readonly label: string }) => <Chip tone={tones[state]}>{label}</Chip>;

export const StaffListPage = ({ viewer, staff, zone, teams }: StaffListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="staff">
      <PageHead
        title={say('title')}
        facts={say('lead')}
        actions={
          <>
            <a class="btn" href="/teams">
              {say('teams')}
            </a>
            <a class="btn" href="/roles">
              {say('roles')}
            </a>
            <a class="btn p" href="/staff/new">
              {say('new')}
            </a>
          </>
        }
      />
      <DataTable
        caption={say('title')}
        rows={staff}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: say('name'),
            cell: (row) => (
              <a href={`/staff/${row.id}`}>
                <bdi>{row.name}</bdi>
              </a>
            ),
          },
          { key: 'sign_in', head: say('signInName'), cell: (row) => <bdi>{row.signInName}</bdi> },
          { key: 'role', head: say('role'), cell: (row) => words.say(`shell.role.${row.role}`) },
          ...(teams.length > 1 ? [{ key: 'team', head: say('team'), cell: (row: StaffView) => teamName(teams.find(({ id }) => id === row.teamId), words) }] : []),
          { key: 'state', head: say('state'), cell: (row) => <StateChip state={row.state} label={say(`state.${row.state}`)} /> },
          { key: 'language', head: say('language'), cell: (row) => words.say(`shell.language.${row.language}`) },
          { key: 'created', head: say('created'), cell: (row) => sayInstant(row.createdAt as Instant, zone, viewer.language), figures: true },
        ]}
      />
    </Page>
  );
};
