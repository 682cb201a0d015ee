import type { EvidenceAbout } from '../../../evidence/public.js';
import { useViewer, useWords } from '../../parts/public.js';

/** The way from a record to its files. */
export const EvidenceLink = ({ about, id }: { readonly about: EvidenceAbout; readonly id: string }) => {
  const words = useWords();
  if (!useViewer().permissions.has('evidence.read')) return null;
  return (
    <a class="btn" href={`/evidence/of/${about}/${id}`}>
      {words.say('evidence.title')}
    </a>
  );
};
