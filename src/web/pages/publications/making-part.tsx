import type { MakingView } from '../../../publications/public.js';
import type { Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { MadePart } from './made-part.js';

interface MakingPartProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly making: MakingView;
}

/** How far making the files is, and what came of it. */
export const MakingPart = ({ viewer, id, making: { state, done, of, made, code, params } }: MakingPartProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`publications.${key}`, { done, of });
  return (
    <div id="making">
      {state === 'under_way' && (
        <section class="card">
          <h2>{say('making')}</h2>
          <p role="status">{say(of > 0 ? 'making.looked' : 'making.counted')}</p>
          <p>
            <progress aria-label={say('making')} {...(of > 0 ? { value: done, max: of } : {})} />{' '}
            <a class="btn" href={`/publications/${id}`}>
              {say('making.look')}
            </a>
          </p>
        </section>
      )}
      {made && <MadePart made={made} viewer={viewer} />}
      {code && (
        <p class="banner bad" role="alert">
          {words.say(`problems.${code}`, params)}
        </p>
      )}
    </div>
  );
};
