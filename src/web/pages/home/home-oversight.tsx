import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { BackupStateView } from '../../../safekeeping/public.js';
import { DataTable, EmptyState, useWords } from '../../parts/public.js';
import { ChainBar } from '../audit/chain-bar.js';
import { actText, detailText } from '../audit/entry-text.js';
import { BackupBar } from '../backups/backup-bar.js';
import { figureText } from '../reports/figure-words.js';
import type { HomeFacts } from './home-facts.js';
import type { HomeProps } from './home.page.js';

export const FiguresPart = ({ viewer: { language }, facts: { lastImport, figures }, zone }: HomeProps) => {
  const words = useWords();
  return (
    <section>
      <h2>{words.say('shell.nav.reports')}</h2>
      <div class="cards">
        {figures && (
          <>
            <div class="card">
              <p class="num">{figureText(words, figures.detained, 'people')}</p>
              <p>
                <a href={`/reports/day?from=${figures.day}&to=${figures.day}`}>{words.say('home.today')}</a>
              </p>
              <p class="muted">{words.say('home.today_of', { records: figures.detained.records })}</p>
            </div>
            <div class="card">
              <p class="num">{figureText(words, figures.noEnd, 'people')}</p>
              <p>
                <a href="/reports/durations">{words.say('home.no_end')}</a>
              </p>
              <p class="muted">{words.say('home.no_end_note')}</p>
            </div>
            <div class="card">
              <p class="num">{figureText(words, figures.reported, 'people')}</p>
              <p>
                <a href="/reports/month">{words.say('reports.measure.reported')}</a>
              </p>
              <p class="muted">{words.say('home.reported_in', { incidents: figures.reported.records, counted: figures.reported.known })}</p>
            </div>
          </>
        )}
        {lastImport !== undefined && (
          <div class="card">
            <p class="num">{lastImport ? lastImport.added + lastImport.changed : '–'}</p>
            <p>
              <a href="/import">{words.say('home.last_import')}</a>
            </p>
            <p class="muted">{lastImport ? sayInstant(lastImport.startedAt, zone, language) : words.say('import.no_runs')}</p>
          </div>
        )}
      </div>
    </section>
  );
};

export const AuditPart = ({ viewer: { language }, facts: { names }, audit: { state, refused }, zone }: HomeProps & { readonly audit: NonNullable<HomeFacts['audit']> }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/audit">{words.say('audit.title')}</a>
      </h2>
      <ChainBar state={state} names={names} zone={zone} />
      <h2>
        <a href="/audit?refused=yes">{words.say('home.refused')}</a>
      </h2>
      <DataTable
        caption={words.say('home.refused')}
        rows={refused}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'at', head: words.say('audit.when'), figures: true, cell: (row) => sayInstant(row.at as Instant, zone, language) },
          { key: 'who', head: words.say('audit.who'), cell: (row) => <bdi>{names.get(row.actorId) ?? row.actorId}</bdi> },
          { key: 'what', head: words.say('audit.what'), cell: (row) => actText(row.act, words) },
          { key: 'detail', head: words.say('audit.detail'), cell: (row) => detailText(row, words) },
        ]}
        empty={<EmptyState text={words.say('home.none_refused')} />}
      />
    </section>
  );
};

export const BackupsPart = ({ state, zone }: { readonly state: BackupStateView; readonly zone: string }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/backups">{words.say('backups.title')}</a>
      </h2>
      <BackupBar state={state} zone={zone} />
    </section>
  );
};

export const StaffPart = ({ staff: { waiting, active } }: { readonly staff: NonNullable<HomeFacts['staff']> }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/staff">{words.say('staff.title')}</a>
      </h2>
      <p>{words.say('home.active_accounts', { active })}</p>
      <DataTable
        caption={words.say('home.waiting')}
        rows={waiting}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: words.say('home.waiting'),
            cell: (row) => (
              <a href={`/staff/${row.id}`}>
                <bdi>{row.name}</bdi>
              </a>
            ),
          },
          { key: 'role', head: words.say('staff.role'), cell: (row) => words.say(`shell.role.${row.role}`) },
        ]}
        empty={
          <EmptyState text={words.say('home.none_waiting')}>
            <a class="btn" href="/staff/new">
              {words.say('staff.new')}
            </a>
          </EmptyState>
        }
      />
    </section>
  );
};
