import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Signed } from '../../access/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { foreign, isSecret } from './same-site.guard.js';

/** A form whose last part is a file that is still on its way. */
export interface Streamed {
  readonly fields: Readonly<Record<string, string>>;
  /** As the browser calls it, letters of every script intact; null when no file was chosen. */
  readonly fileName: string | null;
  /** Must be read to its end, or the request does not end. */
  readonly file: Readable | null;
}

const limits = { files: 1, fields: 20, fieldSize: 64 * 1024 };

/**
 * Reads the fields of a form and hands over its file as it comes, so that a film never lies in memory whole. Secret and fields must
 * stand before the file, and whoever takes it sets the limit of its size.
 * @throws Problem `request.from_elsewhere` (403), `body.unreadable` (400), `body.kind_not_taken` (415)
 */
export function streamUpload(request: Signed): Promise<Streamed> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const parser = parserFor(request);
    const fail = (problem: Problem): void => {
      request.unpipe(parser);
      request.resume();
      reject(problem);
    };
    const carriesSecret = (): boolean => isSecret(fields._csrf, request.csrf ?? '');
    parser.on('field', (name, value) => void (fields[name] = value));
    parser.on('file', (_name, file, { filename }) => {
      if (!carriesSecret()) {
        file.resume();
        return fail(foreign());
      }
      // Without this a browser that goes away would leave the reader waiting for ever.
      request.once('aborted', () => file.destroy(new Error('the browser went away')));
      if (!filename) file.resume();
      resolve({ fields, fileName: filename || null, file: filename ? file : null });
    });
    parser.on('error', () => fail(new Problem('body.unreadable', { status: 400 })));
    parser.on('close', () => (carriesSecret() ? resolve({ fields, fileName: null, file: null }) : fail(foreign())));
    request.on('aborted', () => fail(new Problem('body.unreadable', { status: 400 })));
    request.pipe(parser);
  });
}

function parserFor(request: Signed): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw new Problem('body.kind_not_taken', { status: 415 });
  }
}
