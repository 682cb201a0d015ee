import type { RestrictionView } from '../../../requests/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { FormPost, Page, PageHead, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface RestrictedProps {
  readonly viewer: Viewer;
  readonly restriction: RestrictionView;
  readonly zone: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** In place of a restricted person's record, for whoever would reach it otherwise. */
export const RestrictedPage = ({ viewer, restriction, zone, values = {}, faults = [] }: RestrictedProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  const at = sayInstant(restriction.setAt as Instant, zone, viewer.language);
  return (
    <Page viewer={viewer} title={say('restricted')} current="individuals" breadcrumb={[{ href: '/individuals', text: words.say('individuals.title') }]}>
      <PageHead title={say('restricted')} facts={words.say('data-rights.restricted.since', { at, ground: labelOf('restriction-grounds', restriction.ground, viewer.language) })} />
      <p>{say('restricted.lead')}</p>
      <FormPost action={`/individuals/${restriction.individualId}/restriction/open`} values={values} faults={faults}>
        <TextAreaField name="reason" label={say('restricted.reason')} hint={say('restricted.reason.hint')} rows={3} maxLength={500} required />
        <p class="w">
          <button class="btn p">{say('restricted.open')}</button>
        </p>
      </FormPost>
      {viewer.permissions.has('erasure.decide') && (
        <FormPost action={`/individuals/${restriction.individualId}/restriction/lift`} guard={false}>
          <p class="w">
            <button class="btn">{say('restricted.lift')}</button>
          </p>
        </FormPost>
      )}
    </Page>
  );
};
