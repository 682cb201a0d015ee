import type { CircleRowView } from '../../../circles/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { DataTable, EmptyState, FormPost, Page, PageHead, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface CircleListProps {
  readonly viewer: Viewer;
  readonly circles: readonly CircleRowView[];
  readonly zone: string;
  readonly onceKey: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const CircleListPage = ({ viewer, circles, zone, onceKey, values = {}, faults = [] }: CircleListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`circles.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="cases" breadcrumb={[{ href: '/cases', text: words.say('cases.title') }]}>
      <PageHead title={say('title')} facts={say('lead')} />
      <DataTable
        caption={say('title')}
        rows={circles}
        rowKey={(row) => row.id}
        empty={<EmptyState text={say('none')} />}
        columns={[
          {
            key: 'name',
            head: say('name'),
            cell: (row) => (
              <a href={`/circles/${row.id}`}>
                <bdi>{row.name || words.say('lists.none')}</bdi>
              </a>
            ),
          },
          { key: 'kind', head: say('kind'), cell: (row) => say(`kind.${row.kind}`) },
          { key: 'level', head: say('level'), cell: (row) => say(row.sealedSince ? 'level.sealed' : 'level.circle') },
          { key: 'opened', head: say('opened'), cell: (row) => sayInstant(row.openedAt as Instant, zone, viewer.language), figures: true },
        ]}
      />
      <h2>{say('new')}</h2>
      <FormPost action="/circles" onceKey={onceKey} values={values} faults={faults}>
        <TextField name="name" label={say('name')} hint={say('name.hint')} maxLength={120} required />
        <p class="w">
          <button class="btn p">{say('open')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
