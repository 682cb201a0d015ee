import { sayBounds, sayInstant, type Instant } from '../../../kernel/time/public.js';
import { answerSteps, type RequestWithAnswersView } from '../../../requests/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DefinitionList, FormPost, Page, PageHead, SelectField, Shown, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface RequestProps {
  readonly viewer: Viewer;
  readonly request: RequestWithAnswersView;
  /** Number of the person it is about, as far as the viewer reaches them. */
  readonly about: { readonly id: string; readonly reference: string } | null;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const RequestPage = ({ viewer, request, about, names, zone, values = {}, faults = [] }: RequestProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`data-rights.${key}`);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, language);
  const isOpen = request.state === 'received' || request.state === 'in_work';
  return (
    <Page viewer={viewer} title={request.reference} current="requests" breadcrumb={[{ href: '/requests', text: say('requests') }]}>
      <PageHead
        title={request.reference}
        facts={
          <>
            {labelOf('request-kinds', request.what, language)} · {labelOf('request-states', request.state, language)} {request.overdue && <Chip tone="past">{say('request.overdue')}</Chip>}
          </>
        }
        actions={
          about && (
            <a class="btn" href={`/individuals/${about.id}/data`}>
              {about.reference}
            </a>
          )
        }
      />
      <DefinitionList
        facts={[
          { term: say('request.received'), value: request.received ? sayBounds(request.received, language) : '' },
          { term: say('request.due'), value: at(request.dueAt) },
          { term: say('request.rule'), value: say('request.rule.text') },
          { term: say('request.extended'), value: request.extendedAt ? at(request.extendedAt) : '', absent: !request.extendedAt },
          { term: say('request.asked_by'), value: labelOf('request-askers', request.askedBy, language) },
          { term: say('request.identity'), value: labelOf('identity-checks', request.identity, language) },
          { term: say('request.asker'), value: <Shown value={request.asker} /> },
          { term: say('request.contact'), value: <Shown value={request.contact} /> },
          { term: say('request.wording'), value: <Shown value={request.wording} /> },
        ]}
      />
      <h2>{say('answers')}</h2>
      {request.answers.length === 0 && <p class="muted">{say('answers.none')}</p>}
      {request.answers.map((one) => (
        <section class="card" key={one.id}>
          <h3>
            {say(`step.${one.step}`)}
            {one.ground && `: ${labelOf('refusal-grounds', one.ground, language)}`}
          </h3>
          <p class="muted">
            <bdi>{names.get(one.staffId) ?? ''}</bdi> {at(one.at)}
          </p>
          {one.words && <blockquote>{one.words}</blockquote>}
        </section>
      ))}
      {isOpen && viewer.permissions.has('erasure.decide') && (
        <>
          <h2>{say('answer')}</h2>
          <FormPost action={`/requests/${request.id}/answer`} version={request.version} values={values} faults={faults}>
            <SelectField name="step" label={say('answer.step')} options={answerSteps.map((value) => ({ value, label: say(`step.${value}`) }))} required />
            <SelectField name="ground" label={say('answer.ground')} hint={say('answer.ground.hint')} options={optionsOf('refusal-grounds', language)} />
            <SelectField name="identity" label={say('request.identity')} options={optionsOf('identity-checks', language)} />
            <TextAreaField name="words" label={say('answer.words')} hint={say('answer.words.hint')} rows={4} maxLength={5000} required />
            <p class="w">
              <button class="btn p">{say('answer.keep')}</button>
            </p>
          </FormPost>
        </>
      )}
    </Page>
  );
};
