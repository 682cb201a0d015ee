import type { ConsentDecisionView, ConsentsView, DisclosureView } from '../../../consents/public.js';
import { sayBounds, sayInstant, sayMinute, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, Page, PageHead, Shown, useWords, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';
import type { Whose } from './whose.js';
import { DisclosureTable } from './disclosure-table.js';
import { StandingTable } from './standing.js';

interface ConsentPageProps {
  readonly viewer: Viewer;
  readonly whose: Whose;
  readonly consents: ConsentsView;
  readonly gone: readonly DisclosureView[] | null;
  readonly names: ReadonlyMap<string, string>;
  /** What named partners are called. */
  readonly partners: ReadonlyMap<string, string>;
  readonly zone: string;
  /** After a withdrawal: how many places have to be asked. */
  readonly withdrawn: number | null;
}

/** What somebody agreed to: how it stands, how it came to be, and where their data went. */
export const ConsentPage = ({ viewer, whose, consents, gone, names, partners, zone, withdrawn }: ConsentPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`consents.${key}`);
  const { path, reference } = whose;
  const may = viewer.permissions.has('consent.record');
  return (
    <Page viewer={viewer} title={words.say('consents.of', { reference })} current={whose.section} breadcrumb={[{ href: whose.home, text: reference }]}>
      <PageHead
        title={words.say('consents.of', { reference })}
        facts={say('lead')}
        actions={
          <>
            <a class="btn" href="/consents/sheet">
              {say('sheet')}
            </a>
            {may && (
              <a class="btn" href={`${path}/withdraw`}>
                {say('withdraw')}
              </a>
            )}
            {may && (
              <a class="btn p" href={`${path}/new`}>
                {say('record')}
              </a>
            )}
          </>
        }
      />
      {withdrawn !== null && <p class="banner ok">{words.say('consents.withdraw.done', { gone: withdrawn })}</p>}
      {whose.minor && <p class="banner warn">{say('form.minor')}</p>}
      <StandingTable standing={consents.standing} bound={boundIn(consents)} zone={zone} />
      <h2>{say('history')}</h2>
      <Decisions decisions={consents.decisions} names={names} partners={partners} zone={zone} />
      {gone && (
        <>
          <h2>{say('gone')}</h2>
          <DisclosureTable viewer={viewer} rows={gone} names={names} zone={zone} />
        </>
      )}
    </Page>
  );
};

/** Decisions that name partners: what they allow is allowed to these only. */
const boundIn = ({ decisions }: ConsentsView): ReadonlySet<string> => new Set(decisions.flatMap(({ id, partnerIds }) => (partnerIds ? [id] : [])));

const Decisions = ({ decisions, names, partners, zone }: Pick<ConsentPageProps, 'names' | 'partners' | 'zone'> & { readonly decisions: readonly ConsentDecisionView[] }) => {
  const words = useWords();
  const { language } = words;
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <DataTable
      caption={say('history')}
      rows={decisions}
      rowKey={(row) => row.id}
      columns={[
        { key: 'given', head: say('given'), cell: (row) => <Shown value={row.given && sayBounds(row.given, language, { withoutZone: true })} /> },
        {
          key: 'answers',
          head: say('answers'),
          cell: (row) => (
            <ul class="plain">
              {Object.entries(row.answers).map(([scope, answer]) => (
                <li key={scope}>
                  {labelOf('consent-scopes', scope, language)}: <strong>{words.say(`consents.answer.${answer}`)}</strong>
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'by', head: say('by'), cell: (row) => <DecidedBy row={row} /> },
        { key: 'how', head: say('how'), cell: (row) => [labelOf('consent-ways', row.way, language), row.language && languageText(row.language, words)].filter(Boolean).join(', ') },
        { key: 'details', head: say('details'), cell: (row) => <Details row={row} partners={partners} zone={zone} /> },
        { key: 'recorded', head: say('recorded'), cell: (row) => `${sayInstant(row.recordedAt as Instant, zone, language)} · ${names.get(row.recordedBy) ?? row.recordedBy}` },
      ]}
      empty={<EmptyState text={say('history.none')} />}
    />
  );
};

const DecidedBy = ({ row }: { readonly row: ConsentDecisionView }) => {
  const { language } = useWords();
  const capacity = typeof row.capacity === 'string' ? labelOf('consent-capacities', row.capacity, language) : row.capacity;
  return (
    <>
      {labelOf('consent-givers', row.givenBy, language)}
      {row.giverName !== null && (
        <>
          {' · '}
          <Shown value={row.giverName} />
        </>
      )}
      {row.capacity !== 'able' && (
        <>
          <br />
          <Shown value={capacity} />
        </>
      )}
    </>
  );
};

const Details = ({ row, partners, zone }: Pick<ConsentPageProps, 'partners' | 'zone'> & { readonly row: ConsentDecisionView }) => {
  const words = useWords();
  const facts: [string, unknown][] = [
    ['form.conditions', row.conditions],
    ['form.partner_ids', row.partnerIds && row.partnerIds.map((id) => partners.get(id) ?? words.say('consents.partner.other')).join(', ')],
    ['form.partners', row.partners],
    ['form.evidence', row.evidence],
    ['form.asked_by', row.askedBy],
    ['form.expires', row.expiresAt && sayMinute(row.expiresAt as Instant, zone, words.language)],
  ];
  return (
    <ul class="plain">
      {facts.filter(([, value]) => value !== null).map(([label, value]) => (
        <li key={label}>
          {words.say(`consents.${label}`)}: <Shown value={value} />
        </li>
      ))}
    </ul>
  );
};

const languageText = (code: string, words: Words): string => (words.has(`consents.language.${code}`) ? words.say(`consents.language.${code}`) : code);
