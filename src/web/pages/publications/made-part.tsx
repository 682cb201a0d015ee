import type { MadeView } from '../../../publications/public.js';
import type { Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface MadePartProps {
  readonly viewer: Viewer;
  readonly made: MadeView;
}

/** What came of making it: who was found in it, and what was left out. Said to staff, never in the publication itself. */
export const MadePart = ({ viewer, made }: MadePartProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`publications.${key}`, params);
  const link = { individual: '/individuals/', relative: '/individuals/', speaker: '/individuals/', source: '/sources/', staff: '/staff/' } as const;
  return (
    <section role="status">
      {made.findings.length > 0 && (
        <div class="banner bad">
          <p>{say('found')}</p>
          <ul>
            {made.findings.map(({ kind, id, by }, place) => (
              <li key={place}>
                {id ? <a href={`${link[kind]}${id}`}>{say(`found.${kind}`)}</a> : say('found.unseen')}: {say(`found.by.${by}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {made.findings.length === 0 && <p class="banner">{say('made.good')}</p>}
      <ul>
        <li>{say('left_out.figures', { count: made.figuresLeftOut, of: made.figures })}</li>
        {made.withoutConsent > 0 && <li>{say('left_out.consent', { count: made.withoutConsent })}</li>}
        {made.conditional > 0 && <li>{say('left_out.conditional', { count: made.conditional })}</li>}
        {made.bySource > 0 && <li>{say('left_out.by_source', { count: made.bySource })}</li>}
        {made.unsure > 0 && <li>{say('left_out.unsure', { count: made.unsure })}</li>}
      </ul>
    </section>
  );
};
