import type { ComponentChildren } from 'preact';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { OwnToken, StaffView } from '../../../staff/public.js';
import { DefinitionList, FormPost, Page, PageHead, RadioGroup, TextField, useWords, type Fault, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { roleOptions } from './staff-form.page.js';
import { StateChip } from './staff-list.page.js';

interface MemberProps {
  readonly viewer: Viewer;
  readonly member: StaffView;
  readonly zone: string;
  readonly tokens: readonly OwnToken[];
  /** The viewer's own account, which nobody disables or demotes for themself. */
  readonly isOwn: boolean;
  readonly faults?: readonly Fault[];
}

export const StaffMemberPage = ({ viewer, member, tokens, zone, isOwn, faults = [] }: MemberProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  const at = (moment: string | null): string => (moment ? sayInstant(moment as Instant, zone, viewer.language) : words.say('lists.none'));
  return (
    <Page viewer={viewer} title={say('member')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={member.name} facts={<StateChip state={member.state} label={say(`state.${member.state}`)} />} />
      {faults.map((fault) => (
        <p class="banner bad" role="alert" key={fault.code}>
          {words.say(`problems.${fault.code}`)}
        </p>
      ))}
      <DefinitionList
        facts={[
          { term: say('signInName'), value: <bdi>{member.signInName}</bdi> },
          { term: say('role'), value: words.say(`shell.role.${member.role}`) },
          { term: say('language'), value: words.say(`shell.language.${member.language}`) },
          { term: say('factor'), value: say(member.hasFactor ? 'factor.has' : 'factor.none') },
          { term: say('created'), value: at(member.createdAt) },
          { term: say('ends'), value: at(member.expiresAt), absent: member.expiresAt === null },
          { term: say('disabled_at'), value: at(member.disabledAt), absent: member.disabledAt === null },
        ]}
      />
      {isOwn && <p class="muted">{say('own')}</p>}
      {member.state === 'invited' && <Action action={`/staff/${member.id}/invite`} title={say('invite')} lead={say('invite.lead')} button={say('invite.do')} />}
      {!isOwn && member.state !== 'invited' && member.state !== 'program' && (
        <Action action={`/staff/${member.id}/propose`} title={say('reset')} lead={say('reset.lead')} button={say('reset.do')}>
          <input type="hidden" name="what" value="access.reset" />
          <TextField name="reason" label={say('reason')} maxLength={500} required />
        </Action>
      )}
      {member.state === 'program' && <Tokens member={member} tokens={tokens} />}
      {!isOwn && (
        <Action action={`/staff/${member.id}/role`} title={say('change_role')} lead={say('change_role.lead')} button={say('change_role.do')}>
          <RadioGroup name="role" label={say('role')} options={roleOptions(viewer.language).filter(({ value }) => value !== 'administrator')} chosen={[member.role]} required wide />
        </Action>
      )}
      {!isOwn && member.role !== 'administrator' && (
        <Action action={`/staff/${member.id}/propose`} title={say('administrator')} lead={say('administrator.lead')} button={say('administrator.do')}>
          <input type="hidden" name="what" value="role.administrator" />
          <TextField name="reason" label={say('reason')} maxLength={500} required />
        </Action>
      )}
      {!isOwn && member.disabledAt === null && (
        <section class="card">
          <h2>{say('cut_off')}</h2>
          <p>{say('cut_off.lead')}</p>
          <p>
            <a class="btn" href={`/staff/${member.id}/cut-off`}>
              {say('cut_off.open')}
            </a>
          </p>
        </section>
      )}
      {!isOwn && member.disabledAt === null && (
        <Action action={`/staff/${member.id}/disable`} title={say('disable')} lead={say('disable.lead')} button={say('disable.do')} />
      )}
      {!isOwn && member.disabledAt !== null && (
        <Action action={`/staff/${member.id}/enable`} title={say('enable')} lead={say('enable.lead')} button={say('enable.do')} />
      )}
    </Page>
  );
};

interface ActionProps {
  readonly action: string;
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly children?: ComponentChildren;
}

const Action = ({ action, title, lead, button, children }: ActionProps) => (
  <section class="card">
    <h2>{title}</h2>
    <p>{lead}</p>
    <FormPost action={action}>
      {children}
      <p>
        <button class="btn">{button}</button>
      </p>
    </FormPost>
  </section>
);

/** Of an account for a program. */
const Tokens = ({ member, tokens }: { readonly member: StaffView; readonly tokens: readonly OwnToken[] }) => {
  const words = useWords();
  return (
    <section class="card">
      <h2>{words.say('account.tokens')}</h2>
      {tokens.map((token) => (
        <FormPost key={token.id} action={`/staff/${member.id}/tokens/${token.id}/revoke`} guard={false} class="row">
          <bdi>{token.label}</bdi> <span class="muted">{token.permissions.join(', ')}</span>
          <button class="btn">{words.say('account.tokens.revoke')}</button>
        </FormPost>
      ))}
      <p>
        <a class="btn" href={`/staff/${member.id}/tokens/new`}>
          {words.say('account.tokens.new')}
        </a>
      </p>
    </section>
  );
};
