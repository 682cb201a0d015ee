import { exportFiles, type WitnessState } from '../../../audit/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { EmptyState, FormPost, Page, PageHead, Qr, TextAreaField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface WitnessProps {
  readonly viewer: Viewer;
  /** The newest signed head. */
  readonly signed: { readonly size: number; readonly note: string; readonly at: string } | null;
  /** What came of comparing the note that was just given; `unreadable`: it is none. */
  readonly found?: WitnessState | 'unreadable';
  readonly given?: string;
  /** Whether this reader may take the whole log away. */
  readonly mayExport: boolean;
  readonly zone: string;
}

/** What somebody outside is given, whether what they send back fits, and the files they check the log with. */
export const WitnessPage = ({ viewer, signed, found, given, mayExport, zone }: WitnessProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`audit.${key}`);
  return (
    <Page viewer={viewer} title={say('witness.title')} current="audit" breadcrumb={[{ href: '/audit', text: words.say('audit.title') }]}>
      <PageHead title={say('witness.title')} facts={say('witness.lead')} />
      {signed ? (
        <section>
          <h2>{words.say('audit.witness.head', { size: signed.size, when: sayInstant(signed.at as Instant, zone, viewer.language) })}</h2>
          <pre class="note">{signed.note}</pre>
          <Qr text={signed.note} label={say('witness.picture')} />
        </section>
      ) : (
        <EmptyState text={say('witness.none')} />
      )}
      <FormPost action="/audit/witness/sign" class="row noprint" guard={false}>
        <button class="btn">{say('witness.sign')}</button>
      </FormPost>
      <section class="noprint">
        <h2>{say('witness.check')}</h2>
        {found && (
          <p class={`banner ${found === 'fits' ? 'ok' : 'bad'}`} role={found === 'fits' ? 'status' : 'alert'}>
            {say(`witness.found.${found}`)}
          </p>
        )}
        <FormPost action="/audit/witness" guard={false} values={given ? { note: given } : {}}>
          <TextAreaField name="note" label={say('witness.note')} hint={say('witness.note.hint')} maxLength={2000} rows={5} />
          <button class="btn">{say('witness.compare')}</button>
        </FormPost>
      </section>
      {mayExport && signed && (
        <section class="noprint">
          <h2>{say('witness.export')}</h2>
          <p>{say('witness.export.lead')}</p>
          <div class="row">
            {Object.keys(exportFiles).map((name) => (
              <FormPost key={name} action={`/audit/export/${name}?size=${signed.size}`} class="row" guard={false}>
                <button class="btn">{name}</button>
              </FormPost>
            ))}
          </div>
        </section>
      )}
    </Page>
  );
};
