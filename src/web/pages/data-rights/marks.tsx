import type { ErasedMark } from '../../../kernel/record/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { useViewer, useWords } from '../../parts/public.js';

/** Says that a record was erased, when and on what ground, and what is left of it: in place of blanks. */
export const ErasedBanner = ({ erased }: { readonly erased: ErasedMark }) => {
  const words = useWords();
  const { language } = useViewer();
  return (
    <div class="banner warn" role="status">
      <p>{words.say('data-rights.erased', { at: erased.at.slice(0, 10), ground: labelOf('erasure-grounds', erased.ground, language) })}</p>
      <p>{words.say('data-rights.erased.left')}</p>
    </div>
  );
};
