import type { FollowUpView } from '../../../follow-ups/public.js';
import { sayBounds, sayInstant, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DefinitionList, FormPost, Page, PageHead, SelectField, Shown, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import { About } from './follow-up-table.js';

interface FollowUpPageProps {
  readonly viewer: Viewer;
  readonly task: FollowUpView;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  /** What was typed into the status form, when it was refused. */
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const FollowUpPage = ({ viewer, task, names, zone, values, faults }: FollowUpPageProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`follow-ups.${key}`);
  const kind = labelOf('follow-up-kinds', task.kind, language);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const mayRecord = viewer.permissions.has('follow-up.record');
  return (
    <Page viewer={viewer} title={kind} current="follow-ups" breadcrumb={[{ href: '/follow-ups', text: say('title') }]}>
      <PageHead
        title={kind}
        facts={
          <>
            {labelOf('follow-up-statuses', task.status, language)} {task.overdue && <Chip tone="past">{say('overdue')}</Chip>}
          </>
        }
        actions={
          <>
            <a class="btn" href={`/history/follow-up/${task.id}`}>
              {say('history')}
            </a>
            {mayRecord && (
              <a class="btn" href={`/follow-ups/${task.id}/edit`}>
                {say('edit')}
              </a>
            )}
          </>
        }
      />
      <DefinitionList
        facts={[
          { term: say('task'), value: <Shown value={task.task} /> },
          { term: say('about'), value: <About row={task} say={say} /> },
          { term: say('due'), value: <Shown value={task.due ? sayBounds(task.due, language) : null} /> },
          { term: say('owner'), value: <bdi>{task.ownerId ? nameOf(task.ownerId) : say('nobody')}</bdi> },
          { term: say('priority'), value: labelOf('priorities', task.priority, language) },
          {
            term: say('status'),
            value: words.say('follow-ups.status_line', {
              status: labelOf('follow-up-statuses', task.status, language),
              who: nameOf(task.statusBy),
              when: sayInstant(task.statusAt as Instant, zone, language),
            }),
          },
          { term: say('outcome'), value: <Shown value={task.outcome} /> },
        ]}
      />
      {mayRecord && (
        <section class="card noprint">
          <h2>{say('move_on')}</h2>
          <FormPost
            action={`/follow-ups/${task.id}/status`}
            values={values ?? { status: task.status, outcome: typeof task.outcome === 'string' ? task.outcome : '' }}
            version={task.version}
            {...(faults ? { faults } : {})}
          >
            <SelectField name="status" label={say('status')} options={optionsOf('follow-up-statuses', language)} empty={null} />
            <TextAreaField name="outcome" label={say('outcome')} hint={say('outcome.hint')} rows={2} />
            <div class="row w">
              <button class="btn p">{say('set')}</button>
            </div>
          </FormPost>
        </section>
      )}
    </Page>
  );
};
