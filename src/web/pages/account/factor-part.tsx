import { sayInstant } from '../../../kernel/time/public.js';
import { DataTable, useWords } from '../../parts/public.js';
import { Button, type AccountProps } from './account.page.js';

/** The second factors on the account's page, and what to do when there is none. */
export const FactorPart = ({ viewer, factors, codesLeft, required, passkeys, zone }: AccountProps) => {
  const words = useWords();
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <section id="factors">
      <h2>{say('factors')}</h2>
      {factors.length === 0 && <p class={required ? 'banner warn' : 'muted'}>{say(required ? 'factors.needed' : 'factors.none')}</p>}
      {factors.length > 0 && (
        <DataTable
          caption={say('factors')}
          rows={factors}
          rowKey={(row) => row.id}
          columns={[
            { key: 'label', head: say('factors.label'), cell: (row) => <bdi>{row.label}</bdi> },
            { key: 'kind', head: say('factors.kind'), cell: (row) => say(`factors.kind.${row.kind}`) },
            { key: 'used', head: say('factors.used'), cell: (row) => (row.lastUsedAt ? sayInstant(row.lastUsedAt, zone, viewer.language) : words.say('lists.none')), figures: true },
            { key: 'end', head: say('factors.revoke'), cell: (row) => <Button action={`/account/factors/${row.id}/revoke`} text={say('factors.revoke')} /> },
          ]}
        />
      )}
      <p class="row">
        {passkeys && (
          <a class="btn p" href="/account/factors/passkey">
            {say('factors.add_passkey')}
          </a>
        )}
        <a class="btn" href="/account/factors/app">
          {say('factors.add_app')}
        </a>
      </p>
      {!passkeys && <p class="muted">{say('factors.no_passkeys')}</p>}
      {factors.length > 0 && (
        <>
          <p>{words.say('account.codes.left', { count: codesLeft })}</p>
          <Button action="/account/recovery-codes" text={say('codes.new')} />
        </>
      )}
    </section>
  );
};
