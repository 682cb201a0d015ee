import type { CaseContents, CaseView } from '../../../cases/public.js';
import type { FollowUpView } from '../../../follow-ups/public.js';
import { calledName, type IndividualRowView } from '../../../individuals/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { NotAgreedView, ShareView } from '../../../shares/public.js';
import type { StaffMember } from '../../../staff/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import {
  DataTable,
  DefinitionList,
  EmptyState,
  FormPost,
  FormSecret,
  JointTimeline,
  Page,
  PageHead,
  SelectField,
  Shown,
  StatusChip,
  TextField,
  type Fault,
  type Viewer,
} from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { AsKnown } from '../as-known.js';
import { EvidenceLink } from '../evidence/evidence-link.js';
import { custodyRows, heldText, scaleFor } from '../detentions/custody-rows.js';
import { whoText } from '../detentions/detention-list.page.js';
import { FollowUpTable } from '../follow-ups/follow-up-table.js';
import { beganText } from '../individuals/individual.page.js';
import { NotAgreedTable } from './not-agreed.js';
import { SharedWith } from './shared-with.js';

export interface CasePageProps {
  readonly viewer: Viewer;
  readonly found: CaseView;
  readonly contents: CaseContents;
  readonly followUps: readonly FollowUpView[];
  readonly names: ReadonlyMap<string, string>;
  readonly ownId: string;
  readonly assignable: readonly StaffMember[];
  readonly placeNames: ReadonlyMap<string, string>;
  /** Organisations that read the case now. */
  readonly shares: readonly ShareView[];
  readonly faults?: readonly Fault[];
  /** Who kept a record from being added. */
  readonly notAgreed?: readonly NotAgreedView[];
  readonly zone: string;
  readonly now: Instant;
  /** The past moment whose knowledge is shown; null for the present. */
  readonly asOf: Instant | null;
}

export const CasePage = (props: CasePageProps) => {
  const { viewer, found, contents, followUps, names, asOf, zone } = props;
  const { individuals, detentions } = contents;
  const people = peopleOf(contents);
  const leads = found.leadId === props.ownId;
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const may = (permission: string): boolean => asOf === null && viewer.permissions.has(permission);
  const say = (key: string): string => words.say(`cases.${key}`);
  return (
    <Page viewer={viewer} title={found.reference} current="cases" breadcrumb={[{ href: '/cases', text: say('title') }]}>
      <PageHead
        title={<Shown value={found.title} />}
        facts={words.say('cases.head', { reference: found.reference, lead: names.get(found.leadId) ?? '', stage: labelOf('case-stages', found.stage, language) })}
        actions={
          <>
            <a class="btn" href={`/cases/${found.id}/who`}>
              {words.say('who.title')}
            </a>
            <a class="btn" href={`/history/case/${found.id}`}>
              {say('history')}
            </a>
            <EvidenceLink about="case" id={found.id} />
            {may('circle.use') && (
              <a class="btn" href={`/circles/${found.circleId}`}>
                {words.say('circles.circle')}
              </a>
            )}
            {may('case.record') && (
              <a class="btn" href={`/cases/${found.id}/edit`}>
                {say('edit')}
              </a>
            )}
            {may('follow-up.record') && (
              <a class="btn p" href={`/follow-ups/new?case=${found.id}`}>
                {say('add_follow_up')}
              </a>
            )}
          </>
        }
      />
      <AsKnown viewer={viewer} path={`/cases/${found.id}`} asOf={asOf} zone={zone} compare={`/history/case/${found.id}/compare`} />
      <SharedWith shares={props.shares} caseId={found.id} leads={leads} zone={zone} />
      <h2>{say('timeline')}</h2>
      <Joint {...props} />
      <h2>{say('detentions')}</h2>
      <DataTable
        caption={say('detentions')}
        rows={detentions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'who', head: say('who'), cell: (row) => <a href={`/detentions/${row.id}`}>{whoText(row, people, words)}</a> },
          { key: 'reference', head: say('reference'), figures: true, cell: (row) => row.reference },
          { key: 'began', head: words.say('detentions.began'), cell: (row) => beganText(row, language) },
          { key: 'held', head: words.say('custody.held_for'), figures: true, cell: (row) => heldText(row, props.now, language) },
          {
            key: 'status',
            head: words.say('detentions.status'),
            cell: (row) => <StatusChip status={row.status.status} label={words.say(`detentions.status.${row.status.status}`)} />,
          },
        ]}
        empty={<EmptyState text={say('no_detentions')} />}
      />
      <h2>{say('individuals')}</h2>
      <DataTable
        caption={say('individuals')}
        rows={individuals}
        rowKey={(row) => row.id}
        columns={[
          { key: 'who', head: say('who'), cell: (row) => <PersonLink person={row} /> },
          { key: 'reference', head: say('reference'), figures: true, cell: (row) => row.reference },
        ]}
        empty={<EmptyState text={say('no_individuals')} />}
      />
      {may('case.record') && (
        <div class="noprint">
          <FormPost action={`/cases/${found.id}/records`} {...(props.faults ? { faults: props.faults } : {})}>
            <TextField name="record" label={say('add_record')} hint={say('add_record.hint')} maxLength={64} />
            <div class="row w">
              <button class="btn">{say('add')}</button>
            </div>
          </FormPost>
        </div>
      )}
      {props.notAgreed && <NotAgreedTable rows={props.notAgreed} />}
      <h2>{say('follow_ups')}</h2>
      <FollowUpTable viewer={viewer} rows={followUps} names={names} />
      <h2>{say('facts')}</h2>
      <DefinitionList
        facts={[
          { term: say('summary'), value: <Shown value={found.summary} /> },
          { term: say('outcome'), value: labelOf('case-outcomes', found.outcome, language) },
          { term: say('priority'), value: labelOf('priorities', found.priority, language) },
          { term: say('members'), value: found.members.map((member) => member.name).join(', ') },
        ]}
      />
      {may('case.hand_over') && <HandOvers {...props} />}
      {may('case.record') && leads && <Circle {...props} />}
    </Page>
  );
};

/** One lane a person, all on one axis. */
const Joint = ({ viewer, contents, placeNames, zone, now }: CasePageProps) => {
  const { detentions } = contents;
  const people = peopleOf(contents);
  const words = wordsFor(viewer.language);
  const lanes = detentions.map((detention) => ({
    id: detention.id,
    label: whoText(detention, people, words),
    href: `/detentions/${detention.id}`,
    state: words.say(`detentions.status.${detention.status.status}`),
    rows: custodyRows(detention, (period) => (period.placeId ? placeNames.get(period.placeId) : period.placeWords) ?? '', viewer.language, now),
  }));
  const rows = lanes.flatMap((lane) => lane.rows);
  if (rows.length === 0) return <EmptyState text={words.say('cases.no_timeline')} />;
  const { from, to, ticks } = scaleFor(rows, zone, now, viewer.language);
  return <JointTimeline lanes={lanes.filter((lane) => lane.rows.length > 0)} from={from} to={to} ticks={ticks} caption={words.say('detentions.zone_note', { zone })} />;
};

const peopleOf = ({ individuals }: CaseContents): ReadonlyMap<string, IndividualRowView> => new Map(individuals.map((one) => [one.id, one]));

const PersonLink = ({ person }: { readonly person: IndividualRowView }) => (
  <a href={`/individuals/${person.id}`}>
    <bdi>{calledName(person)}</bdi>
  </a>
);

/** Who is in the circle; the lead lets people in and takes them out. */
const Circle = ({ viewer, found, assignable }: CasePageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`cases.${key}`);
  const inside = new Set(found.members.map((member) => member.staffId));
  const outside = assignable.filter((member) => !inside.has(member.id)).map((member) => ({ value: member.id, label: member.name }));
  return (
    <section class="card noprint">
      <h2>{say('circle')}</h2>
      <p class="muted">{say('circle.lead')}</p>
      {outside.length > 0 && (
        <FormPost action={`/cases/${found.id}/members`}>
          <SelectField name="staffId" label={say('add_member')} options={outside} required />
          <div class="row w">
            <button class="btn">{say('add_member.do')}</button>
          </div>
        </FormPost>
      )}
      <p>
        <a class="btn" href={`/cases/${found.id}/share`} id="shares">
          {say('share')}
        </a>
      </p>
      {found.members
        .filter((member) => member.staffId !== found.leadId)
        .map((member) => (
          <form key={member.staffId} method="post" action={`/cases/${found.id}/members/${member.staffId}/remove`} class="row">
            <FormSecret />
            <bdi>{member.name}</bdi>
            <button class="btn" aria-label={words.say('cases.remove_member_of', { name: member.name })}>
              {say('remove_member')}
            </button>
          </form>
        ))}
    </section>
  );
};

/** Passing the case on: asked by the lead or a manager, moved when the other says yes. */
const HandOvers = ({ viewer, found, assignable, names, ownId, zone }: CasePageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`cases.${key}`);
  const waiting = found.handOvers.find((one) => one.state === 'waiting');
  const others = assignable.filter((member) => member.id !== found.leadId).map((member) => ({ value: member.id, label: member.name }));
  const mayAsk = found.leadId === ownId || viewer.role === 'manager';
  return (
    <section class="card noprint">
      <h2>{say('hand_over')}</h2>
      {found.handOvers.map((one) => (
        <p key={one.id}>
          {words.say('cases.hand_over_line', {
            from: names.get(one.fromId) ?? '',
            to: names.get(one.toId) ?? '',
            when: sayInstant(one.askedAt as Instant, zone, viewer.language),
            state: say(`hand_over.${one.state}`),
          })}
        </p>
      ))}
      {waiting && (mayAsk || waiting.fromId === ownId) && (
        <form method="post" action={`/cases/${found.id}/hand-overs/${waiting.id}/withdraw`}>
          <FormSecret />
          <button class="btn">{say('withdraw')}</button>
        </form>
      )}
      {!waiting && mayAsk && (
        <FormPost action={`/cases/${found.id}/hand-overs`}>
          <SelectField name="toId" label={say('hand_over.to')} options={others} required />
          <div class="row w">
            <button class="btn">{say('ask')}</button>
          </div>
        </FormPost>
      )}
      {!waiting && !mayAsk && found.handOvers.length === 0 && <p class="muted">{say('hand_over.lead_only')}</p>}
    </section>
  );
};
