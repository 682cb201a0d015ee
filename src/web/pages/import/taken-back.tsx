import type { TakenBackView } from '../../../intake/public.js';
import { FormPost, useWords } from '../../parts/public.js';

interface TakenBackProps {
  readonly runId: string;
  readonly takenBack: TakenBackView;
  readonly may: boolean;
}

/** How far an import of consents was taken back: not at all, under way, half done, or whole; and the way to begin or to go on. */
export const TakenBack = ({ runId, takenBack, may }: TakenBackProps) => {
  const words = useWords();
  const { done, left, underWay } = takenBack;
  const all = done + left;
  const say = (key: string): string => words.say(`import.${key}`, { done, left, all });
  if (all === 0) return null;
  return (
    <section id="taken-back">
      <h2>{say('taken_back')}</h2>
      {underWay && (
        <>
          <p role="status">{say('taken_back.under_way')}</p>
          <p>
            <progress value={done} max={all} aria-label={say('taken_back')} />{' '}
            <a class="btn" href={`/import/runs/${runId}`}>
              {say('taken_back.look')}
            </a>
          </p>
        </>
      )}
      {!underWay && done > 0 && (
        <p class={`banner ${left === 0 ? 'ok' : 'warn'}`} role="status">
          {say(left === 0 ? 'taken_back.whole' : 'taken_back.half')}
        </p>
      )}
      {!underWay && left > 0 && may && (
        <div class="noprint">
          <FormPost action={`/import/runs/${runId}/take-back`} guard={false}>
            <p class="w">{say('take_back.lead')}</p>
            <p class="w">
              <button class="btn">{say(done > 0 ? 'take_back.on' : 'take_back')}</button>
            </p>
          </FormPost>
        </div>
      )}
    </section>
  );
};
