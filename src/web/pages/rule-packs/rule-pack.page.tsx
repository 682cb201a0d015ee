import { nameOf, type Confirmations, type PackedRule, type RulePack } from '../../../clocks/public.js';
import { Chip, DefinitionList, FormPost, Page, PageHead, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { citeText, conditionText, confirmedText, limitText, momentText } from '../clocks/clock-text.js';
import { daysText } from './rule-pack-list.page.js';

interface RulePackProps {
  readonly viewer: Viewer;
  readonly pack: RulePack;
  readonly confirmed: Confirmations;
  readonly zone: string;
}

export const RulePackPage = ({ viewer, pack, confirmed, zone }: RulePackProps) => {
  const words = wordsFor(viewer.language);
  const title = `${pack.title[viewer.language]}, ${pack.version}`;
  return (
    <Page viewer={viewer} title={title} current="clocks" breadcrumb={[{ href: '/rule-packs', text: words.say('clocks.packs.title') }]}>
      <PageHead title={title} facts={`${words.say('clocks.packs.in_force')}: ${daysText(pack, words)}. ${pack.note ?? ''}`} />
      {pack.rules.map((rule) => (
        <RuleCard key={rule.id} viewer={viewer} packed={{ rule, pack }} confirmed={confirmed} zone={zone} />
      ))}
      <h2>{words.say('clocks.packs.sources')}</h2>
      <ul>
        {pack.sources.map(({ id, title: name, url, read, state }) => (
          <li key={id}>
            {url ? <a href={url} rel="noreferrer">{name}</a> : name} <span class="muted">{[read, state].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
};

const RuleCard = ({ viewer, packed, confirmed, zone }: Omit<RulePackProps, 'pack'> & { readonly packed: PackedRule }) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const { rule, pack } = packed;
  const confirmation = confirmed(packed);
  const moments = (all: readonly string[]): string => all.map((one) => momentText(one, words)).join(', ');
  const cite = { title: pack.sources.find(({ id }) => id === rule.cite.source)?.title ?? '', article: rule.cite.article, part: rule.cite.part ?? null, url: null };
  const status = confirmation ? 'confirmed' : rule.review.status;
  return (
    <section class="card" id={rule.id}>
      <h2>{rule.label[language]}</h2>
      <p>
        <code>{rule.id}</code> <Chip tone={status === 'confirmed' ? 'met' : status === 'source_read' ? 'plain' : 'may'}>{words.say(`clocks.review.${status}`)}</Chip>
      </p>
      <DefinitionList
        facts={[
          { term: words.say('clocks.limit'), value: limitText({ limit: rule.limit ?? null }, words) },
          { term: words.say('clocks.start'), value: moments(rule.start) },
          { term: words.say('clocks.stop'), value: moments(rule.stop) },
          { term: words.say('clocks.packs.depends'), value: rule.appliesIf.map((one) => conditionText(one, words)).join('; '), absent: rule.appliesIf.length === 0 },
          { term: words.say('clocks.binding'), value: words.say(`clocks.binding.${rule.binding}`) },
          { term: words.say('clocks.rule'), value: citeText({ cite }, words) },
          { term: words.say('clocks.note'), value: rule.note?.[language] ?? '', absent: !rule.note },
          {
            term: words.say('clocks.confirmed'),
            value: confirmation ? `${confirmedText(confirmation, words, zone)}. ${confirmation.note ?? ''}` : '',
            absent: !confirmation,
          },
        ]}
      />
      {viewer.permissions.has('rule.review') && (
        <details class="noprint">
          <summary>{words.say(confirmation ? 'clocks.packs.unconfirm' : 'clocks.packs.confirm')}</summary>
          <FormPost action={`/rule-packs/${nameOf(pack)}/${rule.id}/review`} guard={false}>
            <TextField name={`note_${rule.id}`} label={words.say('clocks.packs.review_note')} wide />
            <div class="row w">
              <button class="btn" name="confirmed" value={confirmation ? 'no' : 'yes'}>
                {words.say(confirmation ? 'clocks.packs.unconfirm' : 'clocks.packs.confirm')}
              </button>
            </div>
          </FormPost>
        </details>
      )}
    </section>
  );
};
