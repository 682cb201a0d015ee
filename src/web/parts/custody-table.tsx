import type { CustodyRow } from './custody-scale.js';
import { DataTable } from './data-table.js';
import { useWords } from './viewer.js';

/** The stretches of a custody timeline as a table, for print, for readers of the screen and for browsers without SVG. */
export const CustodyTable = ({ rows, caption }: { readonly rows: readonly CustodyRow[]; readonly caption?: string }) => {
  const words = useWords();
  return (
    <DataTable
      caption={caption ?? words.say('custody.table')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', head: words.say('custody.what'), cell: ({ label, place }) => [<bdi>{label}</bdi>, place && <small class="muted"> {place}</small>] },
        { key: 'account', head: words.say('custody.account'), cell: ({ account }) => words.say(`custody.account.${account}`) },
        { key: 'from', head: words.say('custody.from'), cell: ({ startSaid }) => startSaid ?? words.say('lists.unknown') },
        { key: 'to', head: words.say('custody.to'), cell: (row) => row.endSaid ?? words.say(row.ongoing ? 'custody.ongoing' : 'lists.unknown') },
        { key: 'held', head: words.say('custody.held_for'), cell: ({ heldFor }) => <bdi>{heldFor}</bdi> },
      ]}
    />
  );
};
