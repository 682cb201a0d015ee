import type { Confirmations, PackFault, PackReport, RulePack } from '../../../clocks/public.js';
import { DataTable, FormPost, Page, PageHead, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface RulePackListProps {
  readonly viewer: Viewer;
  readonly packs: readonly RulePack[];
  readonly confirmed: Confirmations;
  /** What came of a file somebody has just given. */
  readonly report?: PackReport;
}

export const RulePackListPage = ({ viewer, packs, confirmed, report }: RulePackListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`clocks.packs.${key}`);
  const count = (pack: RulePack, which: 'confirmed' | 'open'): number =>
    pack.rules.filter((rule) => (which === 'confirmed' ? confirmed({ rule, pack }) : !confirmed({ rule, pack }) && rule.review.status === 'needs_legal_review')).length;
  return (
    <Page viewer={viewer} title={say('title')} current="clocks" breadcrumb={[{ href: '/clocks', text: words.say('clocks.title') }]}>
      <PageHead title={say('title')} facts={say('lead')} />
      {report && <Report viewer={viewer} report={report} />}
      <DataTable
        caption={say('title')}
        rows={packs}
        rowKey={(pack) => `${pack.pack}/${pack.version}`}
        columns={[
          { key: 'pack', head: words.say('clocks.rule'), cell: (pack) => <a href={`/rule-packs/${pack.pack}/${pack.version}`}>{`${pack.title[viewer.language]}, ${pack.version}`}</a> },
          { key: 'in_force', head: say('in_force'), figures: true, cell: (pack) => daysText(pack, words) },
          { key: 'rules', head: say('rules'), figures: true, cell: (pack) => pack.rules.length },
          { key: 'confirmed', head: say('confirmed'), figures: true, cell: (pack) => count(pack, 'confirmed') },
          { key: 'open', head: say('needs_review'), figures: true, cell: (pack) => count(pack, 'open') },
        ]}
      />
      {viewer.permissions.has('rule.review') && (
        <section class="card noprint">
          <h2>{say('upload')}</h2>
          <FormPost action="/rule-packs" multipart>
            <TextField name="pack" label={say('file')} type="file" accept=".json" required wide />
            <div class="row w">
              <button class="btn">{say('check')}</button>
            </div>
          </FormPost>
        </section>
      )}
    </Page>
  );
};

export const daysText = ({ inForce: { from, to } }: Pick<RulePack, 'inForce'>, words: ReturnType<typeof wordsFor>): string =>
  words.say('clocks.packs.days', { from: from ?? words.say('clocks.packs.open_day'), to: to ?? words.say('clocks.packs.open_day') });

const Report = ({ viewer, report }: { readonly viewer: Viewer; readonly report: PackReport }) => {
  const words = wordsFor(viewer.language);
  if (report.pack) {
    const { added, changed, removed } = report;
    return (
      <p class="banner ok" role="status">
        {words.say('clocks.packs.taken', { added: added.length, changed: changed.length, removed: removed.length })}
      </p>
    );
  }
  return (
    <section>
      <p class="banner bad" role="alert">
        {words.say('clocks.packs.refused')}
      </p>
      <DataTable
        caption={words.say('clocks.packs.refused')}
        rows={report.faults}
        rowKey={(fault) => `${fault.at} ${fault.code} ${fault.what}`}
        columns={[
          { key: 'where', head: words.say('clocks.packs.where'), cell: ({ at }: PackFault) => <code>{at || '/'}</code> },
          { key: 'what', head: words.say('clocks.packs.what'), cell: ({ code, what }: PackFault) => `${words.say(`problems.rule_pack.${code}`)} ${what}` },
        ]}
      />
    </section>
  );
};
