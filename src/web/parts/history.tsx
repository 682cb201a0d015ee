import { DiffText } from './diff-text.js';
import { EmptyState } from './empty-state.js';
import { Withheld } from './chip.js';
import { useWords } from './viewer.js';

/** One field that a version changed, as text the viewer may read. */
export interface FieldChange {
  readonly label: string;
  /** null: nothing stood there. */
  readonly before: string | null;
  readonly after: string | null;
  /** The field class, when the viewer may not read the values. */
  readonly withheld?: string;
}

export interface VersionShown {
  readonly version: number;
  /** When, in words. */
  readonly at: string;
  readonly by: string;
  readonly because?: string | null;
  readonly source?: string | null;
  readonly changes: readonly FieldChange[];
}

/** The versions of a record, the newest first: who changed what, when and why. */
export const History = ({ versions }: { readonly versions: readonly VersionShown[] }) => {
  const words = useWords();
  if (versions.length === 0) return <EmptyState />;
  return (
    <div>
      {versions.map((one) => (
        <section class="card version" key={one.version} id={`v${one.version}`} aria-labelledby={`v${one.version}-title`}>
          <h2 id={`v${one.version}-title`}>{words.say('history.version', { version: one.version })}</h2>
          <p class="muted">
            {one.at} · <bdi>{one.by}</bdi>
            {one.source && (
              <>
                {' · '}
                {words.say('history.source')} <bdi>{one.source}</bdi>
              </>
            )}
          </p>
          {one.because && (
            <p>
              {words.say('history.because')} <q>{one.because}</q>
            </p>
          )}
          {one.changes.length === 0 ? (
            <p class="muted">{words.say('history.nothing')}</p>
          ) : (
            <Changes changes={one.changes} />
          )}
        </section>
      ))}
    </div>
  );
};

/** Fields with what stood there before and after. */
export const Changes = ({ changes }: { readonly changes: readonly FieldChange[] }) => (
  <dl class="facts">
    {changes.map((change) => (
      <div key={change.label}>
        <dt>{change.label}</dt>
        <dd>{change.withheld ? <Withheld what={change.withheld} /> : <DiffText before={change.before ?? ''} after={change.after ?? ''} />}</dd>
      </div>
    ))}
  </dl>
);
