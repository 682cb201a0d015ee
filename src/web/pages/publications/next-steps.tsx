import type { PublicationView } from '../../../publications/public.js';
import { FormPost, FormSecret, TextAreaField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface NextStepsProps {
  readonly viewer: Viewer;
  readonly publication: PublicationView;
}

/** What can be done with it now, one thing at a time. */
export const NextSteps = ({ viewer, publication: { id, state } }: NextStepsProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`publications.${key}`);
  if (!viewer.permissions.has('publication.prepare')) return state === 'proposed' ? <p>{say('step.approve')}</p> : null;
  const button = (action: string, text: string, strong: boolean) => (
    <form method="post" action={`/publications/${id}/${action}`}>
      <FormSecret />
      <button class={strong ? 'btn p' : 'btn'}>{text}</button>
    </form>
  );
  return (
    <section class="card noprint">
      <h2>{say('step')}</h2>
      <p>{say(`step.${state}`)}</p>
      {state === 'draft' && button('make', say('make'), true)}
      {state === 'made' && (
        <>
          <FormPost action={`/publications/${id}/propose`} values={{}} guard={false}>
            <TextAreaField name="reason" label={say('reason')} rows={2} required wide />
            <div class="row w">
              <button class="btn p">{say('propose')}</button>
            </div>
          </FormPost>
          <div class="row w">{button('make', say('make.again'), false)}</div>
        </>
      )}
      {state === 'proposed' && button('take-back', say('take_back'), false)}
      {state === 'released' && (
        <details>
          <summary>{say('recall')}</summary>
          <FormPost action={`/publications/${id}/recall`} values={{}} guard={false}>
            <TextAreaField name="reason" label={say('recall.reason')} rows={3} required wide />
            <div class="row w">
              <button class="btn">{say('recall.do')}</button>
            </div>
          </FormPost>
        </details>
      )}
    </section>
  );
};
