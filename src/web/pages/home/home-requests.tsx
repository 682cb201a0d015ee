import type { DataRequestView } from '../../../requests/public.js';
import { useWords } from '../../parts/public.js';
import { RequestTable } from '../data-rights/request-list.page.js';

/** What people asked about their data and nobody has answered yet, the next to be answered first. */
export const RequestsPart = ({ requests, zone }: { readonly requests: readonly DataRequestView[]; readonly zone: string }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/requests">{words.say('data-rights.home')}</a>
      </h2>
      <RequestTable requests={requests} zone={zone} empty={null} />
    </section>
  );
};
