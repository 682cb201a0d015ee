import type { EmergencyEntryView } from '../../../emergency/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { DataTable, EmptyState, FormPost, FormSecret, Page, PageHead, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface EmergencyProps {
  readonly viewer: Viewer;
  readonly waiting: readonly EmergencyEntryView[];
  readonly own: readonly EmergencyEntryView[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

export const EmergencyPage = ({ viewer, waiting, own, names, zone, values, faults }: EmergencyProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`emergency.${key}`);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, viewer.language);
  return (
    <Page viewer={viewer} title={say('title')}>
      <PageHead title={say('title')} facts={say('lead')} />
      <FormPost action="/emergency" values={values} faults={faults}>
        <TextField name="reference" label={say('reference')} hint={say('reference.hint')} maxLength={20} required />
        <TextAreaField name="reason" label={say('reason')} hint={say('reason.hint')} rows={3} maxLength={1000} required />
        <p class="w">
          <button class="btn p">{say('enter')}</button>
        </p>
      </FormPost>
      <h2>{say('waiting')}</h2>
      {waiting.length === 0 && <EmptyState text={say('waiting.none')} />}
      {waiting.map((entry) => (
        <section class="card" key={entry.id}>
          <h3>{words.say('emergency.what', { name: names.get(entry.staffId) ?? '', kind: words.say(`kinds.${entry.kind}`), at: at(entry.enteredAt), until: at(entry.endsAt) })}</h3>
          <blockquote>{entry.reason}</blockquote>
          <form method="post" action={`/emergency/${entry.id}/answer`} class="row">
            <FormSecret />
            <button class="btn p" name="answer" value="justified">
              {say('justified')}
            </button>
            <button class="btn" name="answer" value="not">
              {say('not_justified')}
            </button>
          </form>
        </section>
      ))}
      {own.length > 0 && (
        <>
          <h2>{say('own')}</h2>
          <DataTable
            caption={say('own')}
            rows={own}
            rowKey={(row) => row.id}
            columns={[
              { key: 'at', head: say('entered'), cell: (row) => at(row.enteredAt), figures: true },
              { key: 'until', head: say('until'), cell: (row) => at(row.endsAt), figures: true },
              { key: 'why', head: say('reason'), cell: (row) => row.reason },
              { key: 'answer', head: say('answer'), cell: (row) => say(row.answeredAt === null ? 'open' : row.justified ? 'was_justified' : 'was_not') },
            ]}
          />
        </>
      )}
    </Page>
  );
};
