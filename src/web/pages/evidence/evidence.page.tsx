import { toldSteps, type EvidenceView, type EvidenceWithStepsView } from '../../../evidence/public.js';
import { isWithheld } from '../../../access/public.js';
import { sayInstant, sayShort, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, DefinitionList, FormPost, Page, PageHead, SelectField, Shown, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { crumbsOf, sectionOf, sizeText, type Belongs } from './evidence-list.page.js';

interface EvidenceProps {
  readonly viewer: Viewer;
  readonly item: EvidenceWithStepsView;
  readonly belongs: Belongs;
  readonly copies: readonly EvidenceView[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  /** Of the form for a step. */
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

/** One file: what is known of it, its hash, and everything that has happened to it. */
export const EvidencePage = ({ viewer, item, belongs, copies, names, zone, values, faults }: EvidenceProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`evidence.${key}`);
  const title = typeof item.title === 'string' ? item.title : labelOf('evidence-kinds', item.kind, language);
  const when = (at: string): string => sayInstant(at as Instant, zone, language);
  return (
    <Page viewer={viewer} title={say('one')} current={sectionOf(belongs)} breadcrumb={crumbsOf(belongs, say('title'))}>
      <PageHead title={title} also={labelOf('evidence-kinds', item.kind, language)} />
      <div class="row">
        {!isWithheld(item.fileName) && !isWithheld(item.title) && (
          <FormPost action={`/evidence/${item.id}/file`} guard={false} class="row">
            <button class="btn p">{say('download')}</button>
          </FormPost>
        )}
        <FormPost action={`/evidence/${item.id}/verify`} guard={false} class="row">
          <button class="btn">{say('verify')}</button>
        </FormPost>
        {viewer.permissions.has('evidence.record') && !item.originalId && (
          <a class="btn" href={`/evidence/of/${belongs.about}/${belongs.id}/new?original=${item.id}`}>
            {say('add_copy')}
          </a>
        )}
      </div>
      <DefinitionList
        facts={[
          { term: say('file_name'), value: <Shown value={item.fileName} /> },
          { term: say('media_type'), value: item.mediaType },
          { term: say('size'), value: `${sizeText(words, item.size)} (${words.say('evidence.bytes', { count: item.size })})` },
          { term: say('sha256'), value: <code>{item.sha256}</code> },
          { term: say('collected'), value: <Shown value={item.collected ? sayShort(item.collected, language) : null} /> },
          { term: say('collector'), value: <Shown value={item.collector} /> },
          { term: say('method'), value: <Shown value={item.method} /> },
          ...(item.originalId ? [{ term: say('original'), value: <a href={`/evidence/${item.originalId}`}>{say('to_original')}</a> }] : []),
        ]}
      />
      {copies.length > 0 && (
        <>
          <h2>{say('copies')}</h2>
          <ul>
            {copies.map((copy) => (
              <li key={copy.id}>
                <a href={`/evidence/${copy.id}`}>{typeof copy.title === 'string' ? copy.title : labelOf('evidence-kinds', copy.kind, language)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say('steps')}</h2>
      <DataTable
        caption={say('steps')}
        rows={item.steps}
        rowKey={(step) => step.id}
        columns={[
          { key: 'at', head: say('step.at'), cell: (step) => when(step.at) },
          { key: 'step', head: say('step.what'), cell: (step) => `${say(`step.${step.step}`)}${step.intact === null ? '' : `: ${say(step.intact ? 'intact' : 'not_intact')}`}` },
          { key: 'by', head: say('step.by'), cell: (step) => names.get(step.byId) ?? step.byId },
          { key: 'from', head: say('step.from'), cell: (step) => <Shown value={step.from} /> },
          { key: 'to', head: say('step.to'), cell: (step) => <Shown value={step.to} /> },
          { key: 'reason', head: say('step.reason'), cell: (step) => <Shown value={step.reason} /> },
        ]}
      />
      {viewer.permissions.has('evidence.record') && (
        <>
          <h2>{say('step.add')}</h2>
          <FormPost action={`/evidence/${item.id}/steps`} values={values} faults={faults}>
            <SelectField name="step" label={say('step.what')} options={toldSteps.map((value) => ({ value, label: say(`step.${value}`) }))} required />
            <TextField name="reason" label={say('step.reason')} maxLength={500} required />
            <TextField name="from" label={say('step.from')} maxLength={300} />
            <TextField name="to" label={say('step.to')} maxLength={300} />
            <p>
              <button class="btn">{say('step.keep')}</button>
            </p>
          </FormPost>
        </>
      )}
    </Page>
  );
};
