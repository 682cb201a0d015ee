import { sayMinutes, sayShort, type MinMax } from '../../../kernel/time/public.js';
import type { Timeline } from '../../../timeline/public.js';
import { DefinitionList, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

/** How long the whole stay lasted, over all accounts and by each of them, and how the figures came about. */
export const StayFigures = ({ viewer: { language }, timeline: { figures, byAccount, detention } }: { readonly viewer: Viewer; readonly timeline: Timeline }) => {
  const words = wordsFor(language);
  const say = (key: string): string => words.say(`detentions.${key}`);
  if (!figures) return null;
  const shown = (figure: MinMax): string => sayMinutes(figures.open ? { ...figure, max: null } : figure, language);
  const official = detention.periods.filter(({ account, withdrawn }) => account === 'official' && !withdrawn).length;
  return (
    <>
      <DefinitionList
        facts={[
          { term: say('total'), value: shown(figures.total) },
          { term: say('unrecorded'), value: shown(figures.unrecorded) },
          ...Object.entries(byAccount).map(([account, figure]) => ({ term: words.say('detentions.total_by', { account: say(`account.${account}`) }), value: shown(figure) })),
        ]}
      />
      <details>
        <summary>{say('method_head')}</summary>
        <p>{words.say('detentions.method_ends', { start: sayShort(figures.start, language), end: figures.open ? say('no_end') : sayShort(figures.end, language), official })}</p>
        <p>{words.say('detentions.method_text', { version: figures.methodVersion })}</p>
      </details>
    </>
  );
};
