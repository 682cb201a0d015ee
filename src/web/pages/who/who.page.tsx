import { sayInstant } from '../../../kernel/time/public.js';
import { DataTable, EmptyState, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import type { Who } from './who-reads.js';

interface WhoProps {
  readonly viewer: Viewer;
  readonly who: Who;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly ownId: string;
}

export const WhoPage = ({ viewer, who, names, zone, ownId }: WhoProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`who.${key}`);
  const nameOf = (id: string): string => names.get(id) ?? words.say('shell.role.system');
  const own = who.members.find(({ staffId }) => staffId === ownId);
  return (
    <Page viewer={viewer} title={say('title')} breadcrumb={[{ href: who.path, text: who.reference }]}>
      <PageHead title={say('title')} facts={who.reference} />
      <h2>{say('why')}</h2>
      <p>
        {own
          ? words.say('who.why.member', { name: nameOf(own.addedBy), at: sayInstant(own.addedAt, zone, viewer.language) })
          : words.say('who.why.open', { role: viewer.role ? words.say(`shell.role.${viewer.role}`) : '' })}
      </p>
      {who.members.length > 0 && (
        <>
          <h2>{say('circle')}</h2>
          <ul>
            {who.members.map(({ staffId, addedAt }) => (
              <li key={staffId}>
                <bdi>{nameOf(staffId)}</bdi> <span class="muted">{sayInstant(addedAt, zone, viewer.language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say('looked')}</h2>
      {who.looks === null ? (
        <p class="muted">{say('looked.not_yours')}</p>
      ) : (
        <DataTable
          caption={say('looked')}
          rows={who.looks}
          rowKey={(row) => `${row.actorId} ${row.act}`}
          empty={<EmptyState />}
          columns={[
            { key: 'who', head: say('looked.who'), cell: (row) => <bdi>{nameOf(row.actorId)}</bdi> },
            { key: 'what', head: say('looked.what'), cell: (row) => say(`act.${row.act.split('.')[1] ?? ''}`) },
            { key: 'times', head: say('looked.times'), cell: (row) => row.times, figures: true },
            { key: 'last', head: say('looked.last'), cell: (row) => sayInstant(row.last, zone, viewer.language), figures: true },
          ]}
        />
      )}
    </Page>
  );
};
