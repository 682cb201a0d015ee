import { sayMinute, type Instant } from '../../../kernel/time/public.js';
import type { EndingView, NotAgreedView } from '../../../shares/public.js';
import { DataTable, useWords } from '../../parts/public.js';

/** Who has not agreed that another organisation reads of them, and the way to ask. */
export const NotAgreedTable = ({ rows }: { readonly rows: readonly NotAgreedView[] }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`cases.not_agreed.${key}`);
  return (
    <DataTable
      caption={say('title')}
      rows={rows.map((row, n) => ({ ...row, key: row.id ?? String(n) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'who', head: say('who'), figures: true, cell: (row) => <Whose about={row.about} id={row.id} reference={row.reference} /> },
        { key: 'kind', head: say('kind'), cell: (row) => words.say(`kinds.${row.about}`) },
        { key: 'why', head: say('why'), cell: (row) => words.say(`consents.why.${row.why}`) },
      ]}
    />
  );
};

/** Whose consent to that runs out, and when. */
export const EndingTable = ({ rows, zone }: { readonly rows: readonly EndingView[]; readonly zone: string }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`cases.not_agreed.${key}`);
  return (
    <DataTable
      caption={words.say('consents.expiring')}
      rows={rows.map((row, n) => ({ ...row, key: row.id ?? String(n) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'who', head: say('who'), figures: true, cell: (row) => <Whose about={row.about} id={row.id} reference={row.reference} /> },
        { key: 'kind', head: say('kind'), cell: (row) => words.say(`kinds.${row.about}`) },
        { key: 'until', head: words.say('consents.until'), figures: true, cell: (row) => sayMinute(row.until as Instant, zone, words.language) },
      ]}
    />
  );
};

/** To the consent page of somebody; of who is out of the reader's reach only that there is somebody. */
export const Whose = ({ about, id, reference }: Pick<NotAgreedView, 'about' | 'id' | 'reference'>) => {
  const words = useWords();
  return id ? <a href={`/consents/${about}/${id}`}>{reference}</a> : <span class="muted">{words.say('cases.not_agreed.out_of_reach')}</span>;
};
