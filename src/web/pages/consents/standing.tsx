import type { ScopeStandingView } from '../../../consents/public.js';
import { sayMinute, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, useWords, type Tone } from '../../parts/public.js';
import type { Words } from '../../words/words.js';

/** A word and, through the tone, a shape: never a colour alone. */
const toneOf = ({ allowed, why, needsLegalReview }: ScopeStandingView): Tone => {
  if (allowed) return needsLegalReview ? 'may' : 'met';
  return why === 'no_record' ? 'plain' : why === 'refused' || why === 'withdrawn' ? 'past' : 'may';
};

const stateText = ({ allowed, why, decisionIds }: ScopeStandingView, words: Words): string => {
  if (!allowed) return words.say(`consents.why.${why}`);
  return words.say(decisionIds.length === 0 ? 'consents.allowed.unasked' : 'consents.allowed');
};

export const StandingChip = ({ standing }: { readonly standing: ScopeStandingView }) => <Chip tone={toneOf(standing)}>{stateText(standing, useWords())}</Chip>;

interface StandingProps {
  readonly standing: readonly ScopeStandingView[];
  /** Decisions that name partners. */
  readonly bound: ReadonlySet<string>;
  readonly zone: string;
}

/** How consent stands, use by use. */
export const StandingTable = ({ standing, bound, zone }: StandingProps) => {
  const words = useWords();
  const { language } = words;
  const notes = (row: ScopeStandingView): string => [row.scope === 'share_partner' && row.decisionIds.some((id) => bound.has(id)) && words.say('consents.bound'), row.conditional && words.say('consents.conditional'), row.needsLegalReview && words.say('consents.review')].filter(Boolean).join(' ');
  return (
    <DataTable
      caption={words.say('consents.title')}
      rows={standing}
      rowKey={(row) => row.scope}
      columns={[
        { key: 'use', head: words.say('consents.use'), cell: (row) => labelOf('consent-scopes', row.scope, language) },
        { key: 'state', head: words.say('consents.state'), cell: (row) => <StandingChip standing={row} /> },
        { key: 'until', head: words.say('consents.until'), cell: (row) => (row.until ? sayMinute(row.until as Instant, zone, language) : '') },
        { key: 'note', head: words.say('consents.note'), cell: notes },
      ]}
    />
  );
};

/** The same at a glance, on the page of the person or source. */
export const ConsentCard = ({ standing, href }: { readonly standing: readonly ScopeStandingView[]; readonly href: string }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href={href}>{words.say('consents.title')}</a>
      </h2>
      <dl class="facts">
        {standing.map((one) => (
          <div key={one.scope}>
            <dt>{labelOf('consent-scopes', one.scope, words.language)}</dt>
            <dd>
              <StandingChip standing={one} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
