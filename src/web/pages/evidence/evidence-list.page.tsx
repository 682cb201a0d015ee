import type { EvidenceAbout, EvidenceView } from '../../../evidence/public.js';
import { sayInstant, sayShort, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, Page, PageHead, Shown, type Crumb, type Section, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';

/** What a file belongs to. */
export interface Belongs {
  readonly about: EvidenceAbout;
  readonly id: string;
  readonly reference: string;
}

const sections: Readonly<Record<EvidenceAbout, Section>> = { individual: 'individuals', detention: 'detentions', incident: 'incidents', case: 'cases' };

export const sectionOf = ({ about }: Belongs): Section => sections[about];

export const crumbsOf = (belongs: Belongs, list: string | null): Crumb[] => [
  { href: `/${sections[belongs.about]}/${belongs.id}`, text: belongs.reference },
  ...(list ? [{ href: `/evidence/of/${belongs.about}/${belongs.id}`, text: list }] : []),
];

/** Kilobytes and megabytes as people say them; the exact count stands on the page of the file. */
export const sizeText = (words: Words, bytes: number): string =>
  bytes < 1024 * 1024 ? words.say('evidence.kilobytes', { count: Math.max(1, Math.round(bytes / 1024)) }) : words.say('evidence.megabytes', { count: Math.round((bytes / 1024 / 1024) * 10) / 10 });

interface EvidenceListProps {
  readonly viewer: Viewer;
  readonly belongs: Belongs;
  readonly items: readonly EvidenceView[];
  readonly zone: string;
}

export const EvidenceListPage = ({ viewer, belongs, items, zone }: EvidenceListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`evidence.${key}`);
  const add = `/evidence/of/${belongs.about}/${belongs.id}/new`;
  const may = viewer.permissions.has('evidence.record');
  const addLink = may && (
    <a class="btn p" href={add}>
      {say('add')}
    </a>
  );
  return (
    <Page viewer={viewer} title={`${say('title')} ${belongs.reference}`} current={sectionOf(belongs)} breadcrumb={crumbsOf(belongs, null)}>
      <PageHead title={say('title')} also={belongs.reference} facts={say('lead')} actions={items.length > 0 && addLink} />
      <DataTable
        caption={say('title')}
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'what',
            head: say('what'),
            cell: (row) => (
              <>
                <a href={`/evidence/${row.id}`}>{typeof row.title === 'string' ? row.title : labelOf('evidence-kinds', row.kind, language)}</a>
                {row.originalId && <span class="muted"> · {say('copy')}</span>}
              </>
            ),
          },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('evidence-kinds', row.kind, language) },
          { key: 'file', head: say('file_name'), cell: (row) => <Shown value={row.fileName} /> },
          { key: 'collected', head: say('collected'), cell: (row) => (row.collected ? sayShort(row.collected, language) : words.say('lists.unknown')) },
          { key: 'size', head: say('size'), cell: (row) => sizeText(words, row.size), figures: true },
          { key: 'came', head: say('came'), cell: (row) => sayInstant(row.recordedAt as Instant, zone, language) },
        ]}
        empty={<EmptyState text={say(may ? 'none' : 'none_seen')}>{addLink}</EmptyState>}
      />
    </Page>
  );
};
