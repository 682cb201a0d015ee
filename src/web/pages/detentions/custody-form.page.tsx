import type { DetentionView } from '../../../detentions/public.js';
import type { Fault, FormValues, Viewer } from '../../parts/public.js';
import { CheckboxField, CheckboxGroup, FormPost, Page, PageHead, SelectField, TextAreaField, TextField, TimeField, type Option } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

export interface CustodyFormProps {
  readonly viewer: Viewer;
  readonly what: 'period' | 'event';
  readonly detention: Pick<DetentionView, 'id' | 'reference'>;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly places: readonly Option[];
  readonly sources: readonly Option[];
  /** The other sources it rests on already. */
  readonly others: readonly Option[];
  readonly edit?: { readonly id: string; readonly version: number };
  readonly onceKey?: string;
}

/** A period or an event of a detention, new or corrected. */
export const CustodyFormPage = ({ viewer, what, detention, values, faults, places, sources, others, edit, onceKey }: CustodyFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`detentions.${key}`);
  const title = say(edit ? `edit_${what}` : `add_${what}`);
  const back = `/detentions/${detention.id}`;
  const list = what === 'period' ? 'custody-period-kinds' : 'event-kinds';
  return (
    <Page viewer={viewer} title={title} current="detentions" breadcrumb={[{ href: back, text: detention.reference }]}>
      <PageHead title={title} facts={say(`${what}.lead`)} />
      <FormPost
        action={edit ? `${back}/${what}s/${edit.id}/edit` : `${back}/${what}s/new`}
        values={values}
        {...(faults ? { faults } : {})}
        {...(edit ? { version: edit.version } : {})}
        {...(onceKey ? { onceKey } : {})}
      >
        <SelectField name="kind" label={say('kind')} options={optionsOf(list, viewer.language)} required />
        <SelectField name="account" label={say('account')} hint={say('account.hint')} options={optionsOf('accounts', viewer.language)} required empty={null} />
        {what === 'period' ? (
          <>
            <TimeField name="start" label={say('start')} placeField="placeId" />
            <TimeField name="end" label={say('end')} hint={say('end.hint')} placeField="placeId" />
          </>
        ) : (
          <>
            <TimeField name="at" label={say('when')} placeField="placeId" />
            <TextField name="kindWords" label={say('kind_words')} />
            <Decided say={say} language={viewer.language} />
          </>
        )}
        <SelectField name="placeId" label={say('place')} options={places} />
        {what === 'period' && <TextField name="placeWords" label={say('place_words')} />}
        <SelectField name="sourceId" label={say('source')} options={sources} />
        <input type="hidden" name="moreSourceIds" value="" />
        {others.length > 0 && <CheckboxGroup name="moreSourceIds" label={say('more_sources')} options={others} wide />}
        <SelectField name="addSource" label={say('add_source')} options={sources} />
        <TextAreaField name="note" label={say('note')} rows={3} />
        {edit && (
          <>
            <CheckboxField name="withdrawn" label={say('withdrawn')} hint={say('withdrawn.hint')} wide />
            <TextField name="because" label={say('because')} wide />
          </>
        )}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={back}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

/** What a charge or ruling says, and how ill-treatment was done: reports count from these. */
const Decided = ({ say, language }: { readonly say: (key: string) => string; readonly language: Viewer['language'] }) => (
  <fieldset class="card form">
    <legend>{say('decided')}</legend>
    <TextField name="article" label={say('article')} hint={say('article.hint')} maxLength={120} />
    <TextField name="sanctionDays" label={say('sanction_days')} maxLength={5} />
    <TextField name="fineAmount" label={say('fine_amount')} maxLength={10} />
    <SelectField name="fineUnit" label={say('fine_unit')} options={optionsOf('fine-units', language)} />
    <SelectField name="method" label={say('method')} options={optionsOf('ill-treatment-methods', language)} />
  </fieldset>
);
