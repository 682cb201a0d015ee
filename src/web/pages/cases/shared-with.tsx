import type { ShareView } from '../../../shares/public.js';
import { useWords } from '../../parts/public.js';
import { NotAgreedTable } from './not-agreed.js';

interface SharedWithProps {
  readonly shares: readonly ShareView[];
  readonly caseId: string;
  readonly leads: boolean;
}

/** Says which organisations read a case, and of whom that is no longer covered. */
export const SharedWith = ({ shares, caseId, leads }: SharedWithProps) => {
  const words = useWords();
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`cases.shared.${key}`, params);
  return (
    <>
      {shares.map(({ teamId, team, notAgreed }) => (
        <section key={teamId}>
          <p>{say('with', { team: team || words.say('staff.team.home') })}</p>
          {notAgreed.length > 0 && (
            <>
              <p class="banner warn">
                {say('uncovered', { count: notAgreed.length })} {leads ? <a href={`/cases/${caseId}#shares`}>{say('end')}</a> : say('lead_ends')}
              </p>
              <NotAgreedTable rows={notAgreed} />
            </>
          )}
        </section>
      ))}
    </>
  );
};
