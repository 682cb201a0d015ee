import { History, Page, PageHead, type VersionShown, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface HistoryProps {
  readonly viewer: Viewer;
  readonly kind: string;
  /** The reference number, where the kind has one. */
  readonly name: string | null;
  readonly versions: readonly VersionShown[];
  readonly back: string | null;
}

export const HistoryPage = ({ viewer, kind, name, versions, back }: HistoryProps) => {
  const words = wordsFor(viewer.language);
  const title = `${words.say('history.title')}: ${words.say(`kinds.${kind}`)}${name ? ` ${name}` : ''}`;
  return (
    <Page viewer={viewer} title={title}>
      <PageHead
        title={title}
        actions={
          back && (
            <a class="btn" href={back}>
              {words.say('history.back')}
            </a>
          )
        }
      />
      <History versions={versions} />
    </Page>
  );
};
