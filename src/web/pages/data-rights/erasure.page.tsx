import type { ErasureLookView } from '../../../erasure/public.js';
import { labelOf, vocabulary } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FormPost, Page, PageHead, SelectField, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { hrefOf } from '../history/kinds.js';

interface ErasureProps {
  readonly viewer: Viewer;
  readonly look: ErasureLookView;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

/** What erasing will do, what stands in its way and which records of others speak of the person, before anybody proposes it. */
export const ErasurePage = ({ viewer, look, values, faults }: ErasureProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  const back = look.kind === 'source' ? `/sources/${look.recordId}` : `/individuals/${look.recordId}`;
  const grounds = vocabulary('erasure-grounds').values.filter(({ code }) => code !== 'left_staff' && code !== 'retention');
  return (
    <Page viewer={viewer} title={say('erase')} breadcrumb={[{ href: back, text: look.reference }]}>
      <PageHead title={say('erase')} facts={look.reference} />
      {look.holds.length > 0 && (
        <div class="banner bad" role="alert">
          <p>{words.say('data-rights.erase.held', { kinds: look.holds.map(({ kind }) => words.say(`kinds.${kind}`)).join(', ') })}</p>
        </div>
      )}
      <h2>{say('erase.what')}</h2>
      <p>{say('erase.goes')}</p>
      <p>{say('erase.stays')}</p>
      <ul>
        {Object.entries(look.blanked).map(([kind, count]) => (
          <li key={kind}>
            {words.say(`kinds.${kind}`)}: {count}
          </li>
        ))}
      </ul>
      <FormPost action={`${back}/erasure`} values={values} faults={faults}>
        <div class="w">
          <h2>{say('mentions')}</h2>
          <p>{say('mentions.lead')}</p>
          <DataTable
            caption={say('mentions')}
            rows={look.mentions}
            rowKey={(row) => `${row.kind}:${row.recordId}`}
            empty={<EmptyState text={say('mentions.none')} />}
            columns={[
              { key: 'record', head: say('mention.record'), cell: (row) => <MentionLink kind={row.kind} id={row.recordId} viewer={viewer} /> },
              { key: 'fields', head: say('mention.fields'), cell: (row) => row.fields.map((field) => (words.has(`fields.${field}`) ? words.say(`fields.${field}`) : field)).join(', ') },
              { key: 'versions', head: say('mention.versions'), cell: (row) => row.versions, figures: true },
              {
                key: 'strike',
                head: say('mention.strike'),
                cell: (row) =>
                  row.sure ? (
                    say('mention.sure')
                  ) : (
                    <label class="check">
                      <input type="checkbox" name="strike" value={`${row.kind}:${row.recordId}`} />
                      {say('mention.choose')}
                    </label>
                  ),
              },
            ]}
          />
        </div>
        {look.holds.length === 0 && (
          <>
            <SelectField name="ground" label={say('ground')} options={grounds.map(({ code }) => ({ value: code, label: labelOf('erasure-grounds', code, viewer.language) }))} required />
            <TextAreaField name="reason" label={say('reason')} hint={say('erase.reason.hint')} rows={2} maxLength={500} required />
            <div class="row w">
              <button class="btn p">{say('erase.propose')}</button>
              <a class="btn" href={back}>
                {words.say('forms.cancel')}
              </a>
            </div>
          </>
        )}
      </FormPost>
    </Page>
  );
};

const MentionLink = ({ kind, id, viewer }: { readonly kind: string; readonly id: string; readonly viewer: Viewer }) => {
  const words = wordsFor(viewer.language);
  const href = hrefOf(kind, id, viewer.permissions);
  const text = words.say(`kinds.${kind}`);
  return href ? <a href={href}>{text}</a> : <>{text}</>;
};
