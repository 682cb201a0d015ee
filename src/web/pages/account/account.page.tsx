import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { OpenSession, OwnFactor, OwnToken, StaffMember } from '../../../staff/public.js';
import { DataTable, DefinitionList, FormPost, Page, PageHead, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { FactorPart } from './factor-part.js';

export interface AccountProps {
  readonly viewer: Viewer;
  readonly own: StaffMember;
  readonly before: Instant | null;
  readonly sessions: readonly OpenSession[];
  readonly factors: readonly OwnFactor[];
  readonly codesLeft: number;
  readonly tokens: readonly OwnToken[];
  readonly zone: string;
  /** A second factor is asked of everybody. */
  readonly required: boolean;
  readonly duress: boolean;
  readonly passkeys: boolean;
  /** The organisation has a sign-in service of its own. */
  readonly oidc: boolean;
  /** Until when no file leaves with this browser. */
  readonly blockedUntil: Instant | null;
  readonly done: string | null;
}

/** One's own account: who the product takes one for, from where it is used, and what stands behind it. */
export const AccountPage = (props: AccountProps) => {
  const { viewer, own, before, sessions, tokens, zone, blockedUntil, done } = props;
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  const at = (moment: Instant | null): string => (moment ? sayInstant(moment, zone, viewer.language) : words.say('lists.none'));
  return (
    <Page viewer={viewer} title={words.say('signin.account')} flash={done && words.has(`account.done.${done}`) ? say(`done.${done}`) : null}>
      <PageHead title={words.say('signin.account')} />
      <DefinitionList
        facts={[
          { term: words.say('signin.account.name'), value: <bdi>{own.name}</bdi> },
          { term: words.say('signin.name'), value: <bdi>{own.signInName}</bdi> },
          { term: words.say('signin.account.role'), value: words.say(`shell.role.${own.role}`) },
          { term: words.say('signin.account.before'), value: at(before) },
          { term: words.say('signin.account.ends'), value: at(own.expiresAt), absent: own.expiresAt === null },
        ]}
      />
      <p class="muted">{words.say('signin.account.before.hint')}</p>
      <FactorPart {...props} />
      {blockedUntil && (
        <section class="card">
          <h2>{say('vouch')}</h2>
          <p>{words.say('account.vouch.lead', { until: at(blockedUntil) })}</p>
          <FormPost action="/account/vouch" guard={false}>
            <TextField name="reason" label={say('vouch.reason')} maxLength={300} />
            <p>
              <button class="btn">{say('vouch.ask')}</button>
            </p>
          </FormPost>
        </section>
      )}
      <section>
        <h2>{say('sessions')}</h2>
        <DataTable
          caption={say('sessions')}
          rows={sessions}
          rowKey={(row) => row.mark}
          columns={[
            { key: 'started', head: say('sessions.started'), cell: (row) => at(row.startedAt), figures: true },
            { key: 'used', head: say('sessions.used'), cell: (row) => at(row.lastUsedAt), figures: true },
            { key: 'ends', head: say('sessions.ends'), cell: (row) => at(row.endsAt), figures: true },
            { key: 'end', head: say('sessions.end'), cell: (row) => (row.isThis ? say('sessions.this') : <Button action={`/account/sessions/${row.mark}/end`} text={say('sessions.end')} />) },
          ]}
        />
        {sessions.length > 1 && <Button action="/account/sessions/others/end" text={say('sessions.end_others')} />}
      </section>
      <section>
        <h2>{say('password')}</h2>
        <p>
          <a class="btn" href="/account/password">
            {say('password.change')}
          </a>
        </p>
        {props.oidc && (
          <p>
            <a href="/account/oidc">{say('oidc')}</a>
          </p>
        )}
        {props.duress && (
          <p>
            <a href="/account/password?which=duress">{say('duress')}</a>
          </p>
        )}
      </section>
      <section>
        <h2>{say('tokens')}</h2>
        <p class="muted">{say('tokens.lead')}</p>
        {tokens.length > 0 && (
          <DataTable
            caption={say('tokens')}
            rows={tokens}
            rowKey={(row) => row.id}
            columns={[
              { key: 'label', head: say('tokens.label'), cell: (row) => <bdi>{row.label}</bdi> },
              { key: 'may', head: say('tokens.may'), cell: (row) => row.permissions.join(', ') },
              { key: 'used', head: say('tokens.used'), cell: (row) => at(row.lastUsedAt), figures: true },
              { key: 'ends', head: say('tokens.ends'), cell: (row) => at(row.expiresAt), figures: true },
              { key: 'end', head: say('tokens.revoke'), cell: (row) => <Button action={`/account/tokens/${row.id}/revoke`} text={say('tokens.revoke')} /> },
            ]}
          />
        )}
        <p>
          <a class="btn" href="/account/tokens/new">
            {say('tokens.new')}
          </a>
        </p>
      </section>
      <section>
        <h2>{say('travel')}</h2>
        <p>{say('travel.lead')}</p>
        <p>
          <a class="btn" href="/account/travel">
            {say('travel.open')}
          </a>
        </p>
      </section>
    </Page>
  );
};

export const Button = ({ action, text }: { readonly action: string; readonly text: string }) => (
  <FormPost action={action} guard={false} class="inline">
    <button class="btn">{text}</button>
  </FormPost>
);
