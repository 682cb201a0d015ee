import type { ScopeStandingView } from '../../../consents/public.js';
import { sayBounds } from '../../../kernel/time/public.js';
import { sourceName, type SourceView } from '../../../sources/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DefinitionList, Page, PageHead, Reveal, Shown, type Viewer } from '../../parts/public.js';
import { ConsentCard } from '../consents/standing.js';
import { ErasedBanner } from '../data-rights/marks.js';
import { wordsFor } from '../../words/words.js';

interface SourceProps {
  readonly viewer: Viewer;
  readonly source: SourceView;
  readonly recordedBy: string;
  /** How consent stands; null where it is not shown. */
  readonly consent: readonly ScopeStandingView[] | null;
}

export const SourcePage = ({ viewer, source, recordedBy, consent }: SourceProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`sources.${key}`);
  return (
    <Page viewer={viewer} title={source.reference} current="sources" breadcrumb={[{ href: '/sources', text: say('title') }]}>
      <PageHead
        title={sourceName(source)}
        facts={
          <>
            {source.reference} {source.protected && <Chip tone="may">{say('protected.chip')}</Chip>}
          </>
        }
        actions={
          <>
            <a class="btn" href={`/history/source/${source.id}`}>
              {say('history')}
            </a>
            {viewer.permissions.has('request.record') && !source.erased && (
              <a class="btn" href={`/sources/${source.id}/erasure`}>
                {words.say('data-rights.erase')}
              </a>
            )}
            {viewer.permissions.has('source.record') && !source.erased && (
              <a class="btn" href={`/sources/${source.id}/edit`}>
                {say('edit')}
              </a>
            )}
          </>
        }
      />
      {source.erased && <ErasedBanner erased={source.erased} />}
      <DefinitionList
        facts={[
          { term: say('kind'), value: labelOf('source-kinds', source.kind, language) },
          { term: say('reliability'), value: labelOf('reliability', source.reliability, language) },
          { term: say('stated'), value: <Shown value={source.stated && sayBounds(source.stated, language)} /> },
          { term: say('language'), value: <Shown value={source.language} /> },
          { term: say('identity'), value: <Reveal value={source.identity} action={`/sources/${source.id}/reveal`} field="identity" /> },
          { term: say('contact'), value: <Reveal value={source.contact} action={`/sources/${source.id}/reveal`} field="contact" /> },
          { term: say('statement'), value: <Shown value={source.statement} /> },
          { term: say('location'), value: <Shown value={source.location} /> },
          { term: say('recorded'), value: `${source.recordedAt.slice(0, 10)} · ${recordedBy}` },
        ]}
      />
      {consent && <ConsentCard standing={consent} href={`/consents/source/${source.id}`} />}
    </Page>
  );
};
