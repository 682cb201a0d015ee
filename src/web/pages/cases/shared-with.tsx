import { sayMinute, type Instant } from '../../../kernel/time/public.js';
import type { ShareView } from '../../../shares/public.js';
import { useWords } from '../../parts/public.js';
import { EndingTable, NotAgreedTable } from './not-agreed.js';

interface SharedWithProps {
  readonly shares: readonly ShareView[];
  readonly caseId: string;
  readonly leads: boolean;
  readonly zone: string;
}

/** Says which organisations read a case, of whom that is no longer covered, or soon, and which ones did. */
export const SharedWith = ({ shares, caseId, leads, zone }: SharedWithProps) => {
  const words = useWords();
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`cases.shared.${key}`, params);
  return (
    <>
      {shares.map(({ teamId, team, notAgreed, ending, endedAt }) => (
        <section key={teamId}>
          <p>{say(endedAt === null ? 'with' : 'ended', { team: team || words.say('staff.team.home'), when: endedAt === null ? '' : sayMinute(endedAt as Instant, zone, words.language) })}</p>
          {notAgreed.length > 0 && (
            <>
              <p class="banner warn">
                {say('uncovered', { count: notAgreed.length })} {leads ? <a href={`/cases/${caseId}#shares`}>{say('end')}</a> : say('lead_ends')}
              </p>
              <NotAgreedTable rows={notAgreed} />
            </>
          )}
          {ending.length > 0 && (
            <>
              <p>{say('ending', { count: ending.length })}</p>
              <EndingTable rows={ending} zone={zone} />
            </>
          )}
        </section>
      ))}
    </>
  );
};
