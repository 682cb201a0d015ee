import type { DetentionView } from '../../../detentions/public.js';
import { FormPost, RadioGroup, useWords, type FormValues } from '../../parts/public.js';
import { questionText } from './clock-text.js';

interface QuestionsProps {
  readonly detention: Pick<DetentionView, 'id' | 'version' | 'circumstances'>;
  /** Facts nobody knows and a clock depends on. */
  readonly questions: readonly string[];
}

/** What clocks miss, as questions; answered ones can be answered otherwise. */
export const Questions = ({ detention, questions }: QuestionsProps) => {
  const words = useWords();
  const answered = Object.keys(detention.circumstances ?? {});
  const asked = [...new Set([...questions, ...answered])];
  if (asked.length === 0) return null;
  const values: FormValues = Object.fromEntries(Object.entries(detention.circumstances ?? {}).map(([fact, answer]) => [`fact_${fact}`, answer]));
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: words.say(`lists.${value}`) }));
  return (
    <details class="card noprint" open={questions.length > 0}>
      <summary>{words.say('clocks.questions', { count: questions.length })}</summary>
      <FormPost action={`/detentions/${detention.id}/circumstances`} version={detention.version} values={values}>
        {asked.map((fact) => (
          <RadioGroup key={fact} name={`fact_${fact}`} label={questionText(fact, words)} options={[...choices, { value: 'unknown', label: words.say('clocks.not_known') }]} />
        ))}
        <div class="row w">
          <button class="btn">{words.say('clocks.answer')}</button>
        </div>
      </FormPost>
    </details>
  );
};
