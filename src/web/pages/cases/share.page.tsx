import type { CaseView } from '../../../cases/public.js';
import type { TeamView } from '../../../staff/public.js';
import { EmptyState, FormPost, Page, PageHead, SelectField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { teamName } from '../staff/teams.page.js';

interface ShareProps {
  readonly viewer: Viewer;
  readonly found: Pick<CaseView, 'id' | 'reference'>;
  /** Other teams on this installation that take cases. */
  readonly partners: readonly TeamView[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** Shares one case with another organisation: its contact reads and writes what the case holds, and nothing else. */
export const SharePage = ({ viewer, found, partners, values = {}, faults = [] }: ShareProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`cases.${key}`);
  return (
    <Page viewer={viewer} title={say('share')} current="cases" breadcrumb={[{ href: `/cases/${found.id}`, text: found.reference }]}>
      <PageHead title={say('share')} facts={say('share.lead')} />
      {partners.length === 0 && <EmptyState text={say('share.none')} />}
      {partners.length > 0 && (
        <FormPost action={`/cases/${found.id}/share`} values={values} faults={faults}>
          <SelectField name="teamId" label={words.say('staff.team')} options={partners.map((team) => ({ value: team.id, label: teamName(team, words) }))} required />
          <p class="w">
            <button class="btn p">{say('share.do')}</button>
          </p>
        </FormPost>
      )}
    </Page>
  );
};
