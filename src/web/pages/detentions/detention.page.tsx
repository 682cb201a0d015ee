import type { CustodyPeriodView, DetentionEventView } from '../../../detentions/public.js';
import { sayBounds, sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { SourceShown, Timeline } from '../../../timeline/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import {
  CustodyTable,
  CustodyTimeline,
  DataTable,
  DefinitionList,
  EmptyState,
  hrefWith,
  Page,
  PageHead,
  Shown,
  StatusChip,
  type Viewer,
} from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';
import { EvidenceLink } from '../evidence/evidence-link.js';
import { FollowUpLinks } from '../follow-ups/follow-up-links.js';
import { AsKnown } from '../as-known.js';
import { ClockCards } from '../clocks/clock-cards.js';
import { Findings } from '../clocks/findings.js';
import { Questions } from '../clocks/questions.js';
import { decidedText } from './decided-text.js';
import { custodyRows, scaleFor } from './custody-rows.js';
import { whoText } from './detention-list.page.js';
import { StayFigures } from './stay-figures.js';

export interface DetentionPageProps {
  readonly viewer: Viewer;
  readonly timeline: Timeline;
}

export const DetentionPage = ({ viewer, timeline }: DetentionPageProps) => {
  const { detention, individual, incident, zone, now, asOf: knownAt } = timeline;
  const words = wordsFor(viewer.language);
  const { language, permissions } = viewer;
  const may = (permission: string): boolean => knownAt === null && permissions.has(permission);
  const say = (key: string): string => words.say(`detentions.${key}`);
  const people = new Map(individual ? [[individual.id, individual]] : []);
  const { status, asOf } = detention.status;
  return (
    <Page viewer={viewer} title={detention.reference} current="detentions" breadcrumb={[{ href: '/detentions', text: say('title') }]}>
      <PageHead
        title={individual ? <a href={`/individuals/${individual.id}`}>{whoText(detention, people, words)}</a> : whoText(detention, people, words)}
        also={individual && Array.isArray(individual.names) ? individual.names.slice(1).map((one) => one.text).join(' · ') : undefined}
        facts={
          <>
            {detention.reference} <StatusChip status={status} label={say(`status.${status}`)} />{' '}
            {asOf && words.say('detentions.as_of', { when: sayInstant(asOf, zone, language) })}
          </>
        }
        actions={
          <>
            <a class="btn" href={`/detentions/${detention.id}/who`}>
              {words.say('who.title')}
            </a>
            <a class="btn" href={`/history/detention/${detention.id}`}>
              {say('history')}
            </a>
            {permissions.has('timeline.export') && (
              <a class="btn" href={hrefWith(`/detentions/${detention.id}/export`, { asOf: knownAt })}>
                {words.say('exports.open')}
              </a>
            )}
            {knownAt === null && <EvidenceLink about="detention" id={detention.id} />}
            {knownAt === null && <FollowUpLinks about="detention" id={detention.id} />}
            {may('submission.record') && (
              <a class="btn" href={`/submissions/new?detention=${detention.id}`}>
                {words.say('submissions.new')}
              </a>
            )}
            {may('detention.revise') && (
              <a class="btn" href={`/detentions/${detention.id}/edit`}>
                {say('edit')}
              </a>
            )}
            {may('detention.record') && (
              <>
                <a class="btn" href={`/detentions/${detention.id}/periods/new`}>
                  {say('add_period')}
                </a>
                <a class="btn p" href={`/detentions/${detention.id}/events/new`}>
                  {say('add_event')}
                </a>
              </>
            )}
          </>
        }
      />
      <AsKnown viewer={viewer} path={`/detentions/${detention.id}`} asOf={knownAt} zone={zone} compare={`/history/detention/${detention.id}/compare`} />
      <h2>{say('custody')}</h2>
      <Custody viewer={viewer} timeline={timeline} />
      <StayFigures viewer={viewer} timeline={timeline} />
      <h2>{words.say('findings.title')}</h2>
      <Findings findings={timeline.findings} />
      {permissions.has('clock.read') && (
        <>
          <h2>{words.say('clocks.title')}</h2>
          <ClockCards clocks={timeline.clocks} zone={zone} now={now} />
          {may('detention.revise') && <Questions detention={detention} questions={timeline.questions} />}
        </>
      )}
      <h2>{say('events')}</h2>
      <Events viewer={viewer} timeline={timeline} />
      <h2>{say('facts')}</h2>
      <DefinitionList
        facts={[
          { term: say('kind'), value: worded(labelOf('detention-kinds', detention.kind, language), detention.kindWords) },
          { term: say('authority'), value: worded(labelOf('authority-kinds', detention.authorityKind, language), detention.authorityWords) },
          { term: say('region'), value: <Shown value={regionLabel(detention.regionCode, language)} /> },
          { term: say('incident'), value: incident ? <a href={`/incidents/${incident.id}`}>{`${incident.reference} ${incident.title}`}</a> : <Shown value={null} /> },
          { term: say('ground'), value: <Shown value={detention.ground} /> },
          { term: say('outcome'), value: worded(labelOf('outcomes', detention.outcome, language), detention.outcomeWords) },
          { term: say('description'), value: <Shown value={detention.description} /> },
          { term: say('unnamed'), value: <Shown value={detention.unnamed} />, absent: individual !== null },
        ]}
      />
      <p class="muted">{words.say('detentions.recorded_line', { recorded: sayInstant(detention.recordedAt as Instant, zone, language), changed: sayInstant(now, zone, language) })}</p>
    </Page>
  );
};

/** A coded value and, where the source used other words, those words. */
const worded = (label: string, said: string | null): string => (said ? `${label} (“${said}”)` : label);

const Custody = ({ viewer, timeline: { detention, placeNames, now, zone, asOf } }: DetentionPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`detentions.${key}`);
  const placeOf = (period: CustodyPeriodView): string =>
    (period.placeId ? placeNames.get(period.placeId) : null) ?? period.placeWords ?? '';
  const rows = custodyRows(detention, placeOf, viewer.language, now);
  if (rows.length === 0) return <EmptyState text={say('no_periods')} />;
  const { from, to, ticks } = scaleFor(rows, zone, now, viewer.language);
  return (
    <>
      <CustodyTimeline rows={rows} from={from} to={to} ticks={ticks} caption={words.say('detentions.zone_note', { zone })} />
      <CustodyTable rows={rows} />
      {asOf === null && viewer.permissions.has('detention.revise') && (
        <p class="row noprint">
          {detention.periods.map((period) => (
            <a key={period.id} href={`/detentions/${detention.id}/periods/${period.id}/edit`}>
              {words.say('detentions.edit_this', { what: labelOf('custody-period-kinds', period.kind, viewer.language) })}
            </a>
          ))}
        </p>
      )}
    </>
  );
};

const Events = ({ viewer, timeline: { detention, placeNames, sources, asOf } }: DetentionPageProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`detentions.${key}`);
  const kindOf = (event: DetentionEventView): string => worded(labelOf('event-kinds', event.kind, language), event.kindWords);
  return (
    <DataTable
      caption={say('events')}
      rows={detention.events}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', head: say('when'), cell: (row) => (row.at ? sayBounds(row.at, language, { withoutZone: true }) : words.say('lists.unknown')) },
        { key: 'what', head: say('what'), cell: (row) => (row.withdrawn ? <s>{kindOf(row)}</s> : [kindOf(row), ...decidedText(row, words)].join('; ')) },
        { key: 'account', head: say('account'), cell: (row) => say(`account.${row.account}`) },
        { key: 'place', head: say('place'), cell: (row) => (row.placeId ? (placeNames.get(row.placeId) ?? '') : '') },
        { key: 'source', head: say('source'), cell: (row) => sourcesOf(row).map((id) => sourceText(sources.get(id), words)).join('; ') },
        { key: 'note', head: say('note'), cell: (row) => (row.note ? <Shown value={row.note} /> : '') },
        {
          key: 'edit',
          head: say('edit'),
          cell: (row) =>
            asOf === null && viewer.permissions.has('detention.revise') && <a href={`/detentions/${detention.id}/events/${row.id}/edit`}>{say('edit')}</a>,
        },
      ]}
      empty={<EmptyState text={say('no_events')} />}
    />
  );
};

/** A source with how reliable it is; one out of reach is told of and not named. */
const sourceText = (source: SourceShown | undefined, words: Words): string =>
  source ? `${source.label} (${labelOf('reliability', source.reliability, words.language)})` : words.say('detentions.source_hidden');

const sourcesOf = ({ sourceId, moreSourceIds }: Pick<DetentionEventView, 'sourceId' | 'moreSourceIds'>): string[] => [...(sourceId ? [sourceId] : []), ...moreSourceIds];
