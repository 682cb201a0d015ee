import busboy from 'busboy';
import type { Signed } from '../../access/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { foreign, isSecret } from './same-site.guard.js';

export interface Uploaded {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Buffer>>;
}

const MEGABYTE = 1024 * 1024;
export const LARGEST_UPLOAD = 20 * MEGABYTE;

const limits = { fileSize: LARGEST_UPLOAD, files: 3, fields: 20, fieldSize: 64 * 1024, parts: 25 };

/**
 * Reads a form with files into memory; nothing of it touches the disk. The secret must stand before the first file.
 * @throws Problem `request.from_elsewhere` (403), `body.too_large` (413), `body.unreadable` (400), `body.kind_not_taken` (415).
 */
export function readUpload(request: Signed): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const files: Record<string, Buffer> = {};
    const parser = parserFor(request);
    const fail = (problem: Problem): void => {
      request.unpipe(parser);
      request.resume();
      reject(problem);
    };
    const carriesSecret = (): boolean => isSecret(fields._csrf, request.csrf ?? '');
    parser.on('field', (name, value) => void (fields[name] = value));
    parser.on('file', (name, stream) => {
      if (!carriesSecret()) {
        stream.resume();
        return fail(foreign());
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('limit', () => fail(new Problem('body.too_large', { status: 413 })));
      stream.on('close', () => void (files[name] = Buffer.concat(chunks)));
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      parser.on(limit, () => fail(new Problem('body.too_large', { status: 413 })));
    }
    parser.on('error', () => fail(new Problem('body.unreadable', { status: 400 })));
    parser.on('close', () => (carriesSecret() ? resolve({ fields, files }) : fail(foreign())));
    request.on('aborted', () => fail(new Problem('body.unreadable', { status: 400 })));
    request.pipe(parser);
  });
}

function parserFor(request: Signed): busboy.Busboy {
  if (Number(request.headers['content-length'] ?? 0) > 2 * LARGEST_UPLOAD) throw new Problem('body.too_large', { status: 413 });
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw new Problem('body.kind_not_taken', { status: 415 });
  }
}
