import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { BackupsView } from '../../../safekeeping/public.js';
import { DataTable, DefinitionList, EmptyState, FormPost, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';
import { BackupBar } from './backup-bar.js';

interface BackupsProps {
  readonly viewer: Viewer;
  readonly backups: BackupsView;
  readonly zone: string;
}

export const BackupsPage = ({ viewer, backups: { state, set, items, problem }, zone }: BackupsProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`backups.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="backups">
      <PageHead title={say('title')} facts={say('lead')} />
      <BackupBar state={state} zone={zone} />
      {problem && (
        <p class="banner bad" role="alert">
          {words.say(`problems.${problem.code}`, problem.params)}
        </p>
      )}
      {set && (
        <>
          <FormPost action="/backups" guard={false}>
            <p class="row">
              <button class="btn p" disabled={state.underWay !== null}>
                {say('now')}
              </button>
              {state.underWay !== null && (
                <a class="btn" href="/backups">
                  {say('look_again')}
                </a>
              )}
            </p>
          </FormPost>
          <DefinitionList facts={settingsOf(set, words)} />
        </>
      )}
      <h2>{say('stored')}</h2>
      <DataTable
        caption={say('stored')}
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          { key: 'made', head: say('made'), figures: true, cell: (row) => sayInstant(row.made as Instant, zone, viewer.language) },
          { key: 'rows', head: say('rows'), figures: true, cell: (row) => words.say('backups.count', { count: row.rows }) },
          { key: 'size', head: say('size'), figures: true, cell: (row) => sizeText(row.bytes, words) },
          { key: 'verified', head: say('verified'), cell: (row) => (row.verified ? say('verified.yes') : words.say('lists.none')) },
        ]}
        empty={<EmptyState text={say(set ? 'stored.none' : 'stored.not_set')} />}
      />
      <h2>{say('how')}</h2>
      <ol>
        {(['key', 'set', 'verify', 'restore'] as const).map((step) => (
          <li key={step}>
            {say(`how.${step}`)} <code class="command">{commands[step]}</code>
          </li>
        ))}
      </ol>
      <p class="muted">{say('how.apart')}</p>
    </Page>
  );
};

const commands = {
  key: 'npm run habeas -- backup keygen --recipients recipients.txt --shares',
  set: 'HABEAS_BACKUP_TO=/media/disk/habeas HABEAS_BACKUP_RECIPIENTS=/etc/habeas/recipients.txt',
  verify: 'npm run habeas -- backup verify --shares',
  restore: 'HABEAS_DATA_DIR=/srv/habeas-new npm run habeas -- restore /media/disk/habeas --shares',
} as const;

function settingsOf({ store, every, keep }: NonNullable<BackupsView['set']>, words: Words) {
  return [
    { term: words.say('backups.store'), value: words.say(`backups.store.${store}`) },
    { term: words.say('backups.every'), value: every === 0 ? words.say('backups.every.never') : words.say('backups.every.hours', { hours: every }) },
    { term: words.say('backups.keep'), value: words.say('backups.keep.rule', keep) },
  ];
}

function sizeText(bytes: number, words: Words): string {
  return bytes < 1_000_000 ? words.say('backups.kilobytes', { size: Math.ceil(bytes / 1000) }) : words.say('backups.megabytes', { size: Math.round(bytes / 100_000) / 10 });
}
