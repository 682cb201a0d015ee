import type { FollowUpView } from '../../../follow-ups/public.js';
import { sayShort } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, EmptyState, Shown, type Sorting, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface FollowUpTableProps {
  readonly viewer: Viewer;
  readonly rows: readonly FollowUpView[];
  readonly names: ReadonlyMap<string, string>;
  readonly caption?: string;
  readonly sorting?: Sorting;
}

/** Tasks with what they are about, when they are due and whose they are. */
export const FollowUpTable = ({ viewer, rows, names, caption, sorting }: FollowUpTableProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`follow-ups.${key}`);
  return (
    <DataTable
      caption={caption ?? say('title')}
      rows={rows}
      rowKey={(row) => row.id}
      {...(sorting ? { sorting } : {})}
      columns={[
        { key: 'kind', head: say('kind'), cell: (row) => <a href={`/follow-ups/${row.id}`}>{labelOf('follow-up-kinds', row.kind, language)}</a> },
        { key: 'task', head: say('task'), cell: (row) => (row.task ? <Shown value={row.task} /> : '') },
        { key: 'about', head: say('about'), cell: (row) => <About row={row} say={say} /> },
        {
          key: 'due',
          head: say('due'),
          sortBy: 'due',
          figures: true,
          cell: (row) => (
            <>
              {row.due ? sayShort(row.due, language) : ''} {row.overdue && <Chip tone="past">{say('overdue')}</Chip>}
            </>
          ),
        },
        { key: 'owner', head: say('owner'), cell: (row) => <bdi>{row.ownerId ? (names.get(row.ownerId) ?? '') : say('nobody')}</bdi> },
        { key: 'priority', head: say('priority'), sortBy: 'priority', cell: (row) => labelOf('priorities', row.priority, language) },
        { key: 'status', head: say('status'), cell: (row) => labelOf('follow-up-statuses', row.status, language) },
      ]}
      empty={<EmptyState text={say('none')} />}
    />
  );
};

type AboutRow = Pick<FollowUpView, 'caseId' | 'detentionId' | 'individualId' | 'incidentId'>;

/** Where what the task is about has its page. */
export const aboutOf = ({ caseId, detentionId, individualId, incidentId }: AboutRow): { what: string; href: string } => {
  if (caseId) return { what: 'case', href: `/cases/${caseId}` };
  if (detentionId) return { what: 'detention', href: `/detentions/${detentionId}` };
  if (individualId) return { what: 'individual', href: `/individuals/${individualId}` };
  return { what: 'incident', href: `/incidents/${incidentId}` };
};

export const About = ({ row, say }: { readonly row: AboutRow; readonly say: (key: string) => string }) => {
  const { what, href } = aboutOf(row);
  return <a href={href}>{say(`about.${what}`)}</a>;
};
