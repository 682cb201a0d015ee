import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { periodSaid, type MakingView, type PublicationView } from '../../../publications/public.js';
import { Chip, DataTable, DefinitionList, EmptyState, Page, PageHead, Shown, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { MakingPart } from './making-part.js';
import { NextSteps } from './next-steps.js';
import { toneOf } from './publication-tone.js';
import { Receipts } from './receipts.js';

export interface PublicationPageProps {
  readonly viewer: Viewer;
  readonly publication: PublicationView;
  readonly zone: string;
  readonly now: Instant;
  /** How far making it is, and what came of it. */
  readonly making: MakingView | null;
}

export const PublicationPage = ({ viewer, publication, zone, now, making }: PublicationPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`publications.${key}`, params);
  const at = (moment: string | null): string => (moment ? sayInstant(moment as Instant, zone, viewer.language) : say('not_yet'));
  const { reference, state, tables, regionCode } = publication;
  const mayBeTaken = state !== 'recalled' && !(state === 'released' && publication.embargoUntil !== null && publication.embargoUntil > now);
  const nameOf = (format: string): string => `${reference}.${format}`;
  const dimension = (name: string): string => say(`dimension.${name}`);
  return (
    <Page viewer={viewer} title={reference} current="publications" breadcrumb={[{ href: '/publications', text: say('title') }]}>
      <PageHead title={<Shown value={publication.title} />} also={reference} facts={<Chip tone={toneOf[state]}>{say(`state.${state}`)}</Chip>} />
      {state === 'recalled' && (
        <p class="banner bad">
          {say('recalled.lead')} <Shown value={publication.recallReason} />
        </p>
      )}
      {making && (state === 'draft' || state === 'made') && <MakingPart making={making} id={publication.id} viewer={viewer} />}
      {making?.state !== 'under_way' && <NextSteps viewer={viewer} publication={publication} />}
      <h2>{say('plan')}</h2>
      <DefinitionList
        facts={[
          { term: say('intro'), value: <Shown value={publication.intro} />, absent: publication.intro === null },
          { term: say('tables'), value: tables.map(({ rows, columns }) => (columns ? say('table.by_both', { rows: dimension(rows), columns: dimension(columns) }) : say('table.by', { rows: dimension(rows) }))).join('; ') },
          { term: say('period'), value: periodSaid(publication, viewer.language, words) },
          { term: say('region'), value: regionCode ? regionLabel(regionCode, viewer.language) : say('region.all') },
          { term: say('threshold'), value: String(publication.threshold) },
          { term: say('named'), value: words.say(publication.named ? 'lists.yes' : 'lists.no') },
          { term: say('embargo'), value: at(publication.embargoUntil), absent: publication.embargoUntil === null },
          { term: say('made_at'), value: at(publication.madeAt) },
          { term: say('released_at'), value: at(publication.releasedAt) },
        ]}
      />
      <h2>{say('files')}</h2>
      <DataTable
        caption={say('files')}
        rows={publication.files}
        rowKey={(file) => file.id}
        empty={<EmptyState text={say('files.none')} />}
        columns={[
          { key: 'format', head: say('format'), cell: (file) => (mayBeTaken ? <a href={`/publications/${publication.id}/files/${file.id}`} download>{nameOf(file.format)}</a> : nameOf(file.format)) },
          { key: 'size', head: say('size'), figures: true, cell: (file) => say('bytes', { count: file.size }) },
          { key: 'sha', head: 'SHA-256', cell: (file) => <code class="wrap">{file.sha256}</code> },
        ]}
      />
      <Receipts viewer={viewer} publication={publication} at={at} />
    </Page>
  );
};
