import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { millisecondsOf } from '../kernel/time/public.js';
import type { DocumentWords } from './document-words.js';
import { fontFiles } from './fonts.js';
import type { Paper } from './paper.js';
import { printable, withoutControls } from './printable.js';
import type { TimelineDocument } from './timeline-document.js';
import { timelinePaper } from './timeline-paper.js';

/**
 * The timeline as a tagged PDF/A-2b, the same bytes for the same data.
 * @throws Error with the compiler's words when the template itself does not compile.
 */
export const renderPdf = (document: TimelineDocument, words: DocumentWords): Promise<Buffer> => drawPdf(timelinePaper(document, words));

/** Any paper that is laid out already, drawn likewise. */
export const drawPdf = (paper: Paper): Promise<Buffer> => Promise.resolve().then(() => pdfOf(paper));

const template = join(import.meta.dirname, 'templates', 'paper.typ');

let made: NodeCompiler | null = null;

/** Sees the template's folder and nothing else of the disk. */
function compiler(): NodeCompiler {
  if (made) return made;
  const fontBlobs = fontFiles().map((file) => readFileSync(file));
  made = NodeCompiler.create({ workspace: dirname(template), fontArgs: [{ fontBlobs }] });
  return made;
}

function pdfOf(paper: Paper): Buffer {
  const text = JSON.stringify(paper, (_, value: unknown) => (typeof value === 'string' ? withoutControls(value) : value));
  const creationTimestamp = Math.floor(millisecondsOf(paper.madeAt) / 1000);
  try {
    return compiled({ mainFilePath: template, inputs: { paper: text } }, creationTimestamp);
  } catch {
    // Only a letter that no font has can stand in the way: archival PDF refuses it.
    return compiled({ mainFilePath: template, inputs: { paper: printable(text, canBePrinted) } }, creationTimestamp);
  } finally {
    compiler().evictCache(10);
  }
}

const alone = '#set text(font: ("Noto Sans", "DejaVu Sans Mono"), fallback: false)\n#sys.inputs.letter #strong(sys.inputs.letter)';

function canBePrinted(letter: string): boolean {
  try {
    return compiled({ mainFileContent: alone, inputs: { letter } }, 0).length > 0;
  } catch {
    return false;
  }
}

type Compilation = Parameters<NodeCompiler['compile']>[0];

function compiled(what: Compilation, creationTimestamp: number): Buffer {
  const done = compiler().compile(what);
  const { result } = done;
  if (!result) throw new Error(JSON.stringify(done.takeDiagnostics()?.shortDiagnostics ?? 'The document does not compile.'));
  return compiler().pdf(result, { pdfStandard: 'a-2b', creationTimestamp });
}
