import type { DisclosureView } from '../../../consents/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, Shown, useWords, type Viewer } from '../../parts/public.js';
import { hrefOf } from '../history/kinds.js';

interface DisclosureTableProps {
  readonly viewer: Viewer;
  readonly rows: readonly DisclosureView[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** Where data went: which file, for which use, to whom. */
export const DisclosureTable = ({ viewer, rows, names, zone }: DisclosureTableProps) => {
  const words = useWords();
  const { language } = words;
  const say = (key: string): string => words.say(`consents.${key}`);
  const what = (row: DisclosureView): string => [...new Set([words.say(`kinds.${row.recordKind}`), words.say(`consents.gone.way.${row.way}`), row.format?.toUpperCase()])].filter(Boolean).join(' · ');
  return (
    <DataTable
      caption={say('gone')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', head: say('gone.when'), figures: true, cell: (row) => sayInstant(row.leftAt as Instant, zone, language) },
        { key: 'what', head: say('gone.what'), cell: (row) => ((href) => (href ? <a href={href}>{what(row)}</a> : what(row)))(hrefOf(row.recordKind, row.recordId, viewer.permissions)) },
        { key: 'use', head: say('use'), cell: (row) => labelOf('consent-scopes', row.scope, language) },
        { key: 'to', head: say('gone.to'), cell: (row) => <Shown value={row.recipient ?? (row.way === 'publication' ? say('gone.everybody') : row.purpose && labelOf('export-purposes', row.purpose, language))} /> },
        { key: 'file', head: say('gone.file'), cell: (row) => (row.fileHash ? <code title={row.fileHash}>{row.fileHash.slice(0, 12)}…</code> : say('gone.no_file')) },
        { key: 'by', head: say('gone.by'), cell: (row) => <bdi>{names.get(row.leftBy) ?? row.leftBy}</bdi> },
      ]}
      empty={<EmptyState text={say('gone.none')} />}
    />
  );
};
