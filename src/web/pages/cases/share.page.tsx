import type { CaseView } from '../../../cases/public.js';
import type { Named, NotAgreed } from '../../../shares/public.js';
import type { TeamView } from '../../../staff/public.js';
import { CheckboxField, EmptyState, FormPost, Page, PageHead, SelectField, TextField, useWords, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { teamName } from '../staff/teams.page.js';
import { NotAgreedTable, Whose } from './not-agreed.js';

/** What kept a case from being shared. */
export interface ShareRefused {
  readonly notAgreed?: readonly NotAgreed[];
  /** How many people and stays without a name could be shared without the others. */
  readonly agreed?: number;
  readonly conditional?: readonly Named[];
}

interface ShareProps {
  readonly viewer: Viewer;
  readonly found: Pick<CaseView, 'id' | 'reference'>;
  /** Other teams on this installation that take cases. */
  readonly partners: readonly TeamView[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
  readonly refused?: ShareRefused;
  readonly onceKey: string;
}

/** Shares one case with another organisation: its contact reads and writes what the case holds, and nothing else. */
export const SharePage = ({ viewer, found, partners, values = {}, faults = [], refused = {}, onceKey }: ShareProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`cases.${key}`);
  const { notAgreed = [], agreed = 0, conditional = [] } = refused;
  const part = agreed > 0 || Boolean(values.title);
  return (
    <Page viewer={viewer} title={say('share')} current="cases" breadcrumb={[{ href: `/cases/${found.id}`, text: found.reference }]}>
      <PageHead title={say('share')} facts={say('share.lead')} />
      {partners.length === 0 && <EmptyState text={say('share.none')} />}
      {partners.length > 0 && <p>{say('share.consent')}</p>}
      {notAgreed.length > 0 && <NotAgreedTable rows={notAgreed} />}
      {partners.length > 0 && (
        <FormPost action={`/cases/${found.id}/share`} values={values} faults={faults} onceKey={onceKey} labels={{ conditionsRead: say('share.conditions_read') }}>
          <SelectField name="teamId" label={words.say('staff.team')} options={partners.map((team) => ({ value: team.id, label: teamName(team, words) }))} required />
          {conditional.length > 0 && <Conditions conditional={conditional} />}
          {part && <TextField name="title" label={say('share.part.title')} hint={agreed > 0 ? words.say('cases.share.part.hint', { agreed }) : undefined} maxLength={300} />}
          <div class="row w">
            <button class="btn p">{say('share.do')}</button>
            {part && (
              <button class="btn" name="how" value="part">
                {say('share.part.do')}
              </button>
            )}
          </div>
        </FormPost>
      )}
    </Page>
  );
};

const Conditions = ({ conditional }: Required<Pick<ShareRefused, 'conditional'>>) => {
  const words = useWords();
  return (
    <div class="w">
      <p>{words.say('cases.share.conditions')}</p>
      <ul>
        {conditional.map((one, n) => (
          <li key={one.id ?? String(n)}>
            <Whose {...one} />
          </li>
        ))}
      </ul>
      <CheckboxField name="conditionsRead" label={words.say('cases.share.conditions_read')} />
    </div>
  );
};
