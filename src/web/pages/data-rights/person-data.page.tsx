import type { DisclosureView } from '../../../consents/public.js';
import type { HoldView } from '../../../holds/public.js';
import type { IndividualView } from '../../../individuals/public.js';
import type { DataRequestView } from '../../../requests/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { labelOf, vocabulary } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FormPost, Page, PageHead, SelectField, Shown, TextAreaField, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { ErasedBanner } from './marks.js';
import { RequestTable } from './request-list.page.js';

export interface PersonDataProps {
  readonly viewer: Viewer;
  readonly individual: IndividualView;
  readonly requests: readonly DataRequestView[];
  readonly holds: readonly HoldView[];
  readonly disclosures: readonly DisclosureView[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly now: Instant;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** What can be done about one person's data: requests, holds, restriction, a copy, erasure; and who received it. */
export const PersonDataPage = (props: PersonDataProps) => {
  const { viewer, individual, requests, holds, disclosures, names, zone, values = {}, faults = [] } = props;
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, viewer.language);
  const path = `/individuals/${individual.id}`;
  const may = (permission: string): boolean => viewer.permissions.has(permission) && !individual.erased;
  return (
    <Page viewer={viewer} title={say('of')} current="individuals" breadcrumb={[{ href: path, text: individual.reference }]}>
      <PageHead
        title={say('of')}
        facts={individual.reference}
        actions={
          <>
            {may('request.record') && (
              <a class="btn" href={`${path}/copy`}>
                {say('copy')}
              </a>
            )}
            {may('request.record') && (
              <a class="btn" href={`${path}/erasure`}>
                {say('erase')}
              </a>
            )}
          </>
        }
      />
      {individual.erased && <ErasedBanner erased={individual.erased} />}
      <h2>{say('requests')}</h2>
      <RequestTable requests={requests} zone={zone} empty={<EmptyState text={say('requests.none_of')} />} />
      {may('request.record') && (
        <p>
          <a class="btn" href={`/requests/new?individual=${individual.id}`}>
            {say('requests.new')}
          </a>
        </p>
      )}
      <h2>{say('holds')}</h2>
      <HoldList holds={holds} names={names} at={at} viewer={viewer} />
      {may('hold.set') && (
        <details>
          <summary class="btn">{say('hold.set')}</summary>
          <HoldForm kind="individual" recordId={individual.id} back={`${path}/data`} values={values} faults={faults} viewer={viewer} />
        </details>
      )}
      {may('erasure.decide') && (
        <>
          <h2>{say('restriction')}</h2>
          <p>{say('restriction.lead')}</p>
          <FormPost action={`${path}/restriction`} values={values} faults={faults}>
            <SelectField name="ground" label={say('ground')} options={vocabulary('restriction-grounds').values.map((one) => ({ value: one.code, label: one[viewer.language] }))} required />
            <TextAreaField name="reason" label={say('reason')} rows={2} maxLength={500} required />
            <p class="w">
              <button class="btn">{say('restrict')}</button>
            </p>
          </FormPost>
        </>
      )}
      <h2>{say('recipients')}</h2>
      <p>{say('recipients.lead')}</p>
      <DataTable
        caption={say('recipients')}
        rows={disclosures}
        rowKey={(row) => row.id}
        empty={<EmptyState text={say('recipients.none')} />}
        columns={[
          { key: 'at', head: say('when'), cell: (row) => at(row.leftAt), figures: true },
          { key: 'to', head: say('recipient'), cell: (row) => <Shown value={row.recipient} /> },
          { key: 'why', head: say('purpose'), cell: (row) => (row.purpose ? labelOf('export-purposes', row.purpose, viewer.language) : '') },
          { key: 'scope', head: say('scope'), cell: (row) => labelOf('consent-scopes', row.scope, viewer.language) },
        ]}
      />
    </Page>
  );
};

interface HoldListProps {
  readonly holds: readonly HoldView[];
  readonly names: ReadonlyMap<string, string>;
  readonly at: (moment: string) => string;
  readonly viewer: Viewer;
}

export const HoldList = ({ holds, names, at, viewer }: HoldListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  return (
    <DataTable
      caption={say('holds')}
      rows={holds}
      rowKey={(row) => row.id}
      empty={<EmptyState text={say('holds.none')} />}
      columns={[
        { key: 'what', head: say('held'), cell: (row) => words.say(`kinds.${row.kind}`) },
        { key: 'why', head: say('reason'), cell: (row) => row.reason ?? '' },
        { key: 'by', head: say('by'), cell: (row) => <bdi>{names.get(row.setBy) ?? ''}</bdi> },
        { key: 'until', head: say('until'), cell: (row) => (row.endsAt ? at(row.endsAt) : say('until.open')), figures: true },
        {
          key: 'do',
          head: say('release'),
          cell: (row) =>
            viewer.permissions.has('hold.set') && (
              <FormPost action={`/holds/${row.id}/release`} guard={false} class="inline">
                <label class="sr" for={`r-${row.id}`}>
                  {say('release.reason')}
                </label>
                <input id={`r-${row.id}`} name="reason" type="text" maxLength={500} placeholder={say('release.reason')} />
                <button class="btn">{say('release.ask')}</button>
              </FormPost>
            ),
        },
      ]}
    />
  );
};

interface HoldFormProps {
  readonly kind: string;
  readonly recordId: string;
  readonly back: string;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
  readonly viewer: Viewer;
}

const HoldForm = ({ kind, recordId, back, values, faults, viewer }: HoldFormProps) => {
  const words = wordsFor(viewer.language);
  return (
    <FormPost action="/holds" values={values} faults={faults}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="recordId" value={recordId} />
      <input type="hidden" name="back" value={back} />
      <TextAreaField name="reason" label={words.say('data-rights.hold.reason')} rows={2} maxLength={500} required />
      <TextField name="until" label={words.say('data-rights.hold.until')} hint={words.say('data-rights.hold.until.hint')} maxLength={10} />
      <p class="w">
        <button class="btn p">{words.say('data-rights.hold.set')}</button>
      </p>
    </FormPost>
  );
};
