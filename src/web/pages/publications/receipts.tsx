import type { PublicationView } from '../../../publications/public.js';
import { DataTable, EmptyState, FormPost, FormSecret, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface ReceiptsProps {
  readonly viewer: Viewer;
  readonly publication: PublicationView;
  readonly at: (moment: string | null) => string;
}

/** Who received it, for the day on which it has to be called back. */
export const Receipts = ({ viewer, publication: { id, state, receipts }, at }: ReceiptsProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`publications.${key}`);
  if (state !== 'released' && state !== 'recalled') return null;
  const may = viewer.permissions.has('publication.prepare');
  return (
    <section>
      <h2>{say('receipts')}</h2>
      <DataTable
        caption={say('receipts')}
        rows={receipts}
        rowKey={(receipt) => receipt.id}
        empty={<EmptyState text={say('receipts.none')} />}
        columns={[
          { key: 'who', head: say('recipient'), cell: (receipt) => <bdi>{receipt.recipient}</bdi> },
          { key: 'at', head: say('receipt.at'), figures: true, cell: (receipt) => at(receipt.at) },
          ...(state === 'recalled'
            ? [
                {
                  key: 'told',
                  head: say('told_at'),
                  cell: (receipt: { id: string; toldAt: string | null }) =>
                    receipt.toldAt || !may ? (
                      at(receipt.toldAt)
                    ) : (
                      <form method="post" action={`/publications/${id}/receipts/${receipt.id}/told`}>
                        <FormSecret />
                        <button class="btn">{say('told')}</button>
                      </form>
                    ),
                },
              ]
            : []),
        ]}
      />
      {state === 'released' && may && (
        <FormPost action={`/publications/${id}/receipts`} values={{}} guard={false} class="form noprint">
          <TextField name="recipient" label={say('recipient')} hint={say('recipient.hint')} maxLength={300} required />
          <div class="row w">
            <button class="btn">{say('receipt.add')}</button>
          </div>
        </FormPost>
      )}
    </section>
  );
};
