import { Changes, Chip, EmptyState, ErrorSummary, FormContext, Page, PageHead, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import type { Difference } from './compare-knowledge.js';

interface ComparePageProps {
  readonly viewer: Viewer;
  readonly kind: string;
  readonly path: string;
  readonly back: string | null;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
  /** null: nothing was asked yet, or it could not be read. */
  readonly differences: readonly Difference[] | null;
}

const tones = { added: 'met', corrected: 'run', withdrawn: 'past' } as const;

/** What was added, corrected and withdrawn between two moments. */
export const ComparePage = ({ viewer, kind, path, back, values, faults, differences }: ComparePageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`history.${key}`);
  const title = `${say('compare')}: ${words.say(`kinds.${kind}`)}`;
  return (
    <Page viewer={viewer} title={title}>
      <PageHead
        title={title}
        actions={
          back && (
            <a class="btn" href={back}>
              {say('back')}
            </a>
          )
        }
      />
      <FormContext.Provider value={{ values, faults }}>
        <ErrorSummary faults={faults} labels={new Map([['from', say('compare.from')], ['to', say('compare.to')]])} />
        <form class="filters noprint" method="get" action={path}>
          <TextField name="from" label={say('compare.from')} hint={words.say('asknown.hint')} maxLength={100} required />
          <TextField name="to" label={say('compare.to')} hint={say('compare.to.hint')} maxLength={100} />
          <div class="row">
            <button class="btn">{say('compare.do')}</button>
          </div>
        </form>
      </FormContext.Provider>
      {differences?.length === 0 && <EmptyState text={say('compare.none')} />}
      {differences?.map((one) => (
        <section key={one.id} class="card version">
          <h2>
            <Chip tone={tones[one.how]}>{say(`compare.${one.how}`)}</Chip> {one.what}
          </h2>
          <Changes changes={one.changes} />
        </section>
      ))}
    </Page>
  );
};
