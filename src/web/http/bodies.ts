import { json, urlencoded, type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { Problem } from '../../kernel/errors/public.js';

/** Where a program sends the bytes of a file. No browser sends them from another site without asking first. */
const takesFiles: readonly string[] = ['/api/v1/evidence/uploads'];

const isApi = (request: Request): boolean => request.path.startsWith('/api/');

/**
 * What a request may carry: the API takes JSON and nothing else, pages take forms (and JSON from their own scripts).
 * A form from another site can therefore never reach the API, whatever a browser lets it send.
 */
export function bodies(): [RequestHandler, RequestHandler, RequestHandler, ErrorRequestHandler] {
  const readJson = json({ limit: '256kb', strict: true, type: ['application/json', 'application/problem+json'] });
  const readForm = urlencoded({ extended: false, limit: '256kb', parameterLimit: 500 });
  const onlyKnown: RequestHandler = (request, _response, next) => {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const carries = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
    const taken = isApi(request)
      ? ['application/json', ...(takesFiles.includes(request.path) ? ['application/octet-stream'] : [])]
      : ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    if (carries && !taken.includes(type)) next(new Problem('body.kind_not_taken', { status: 415 }));
    else next();
  };
  const forms: RequestHandler = (request, response, next) => (isApi(request) ? next() : readForm(request, response, next));
  return [onlyKnown, readJson, forms, plainRefusal];
}

/** The parser's own message quotes the body, and the body holds names: only the kind of fault goes on. */
const plainRefusal: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  if (error instanceof Problem) return next(error);
  const status = (error as { status?: number }).status === 413 ? 413 : 400;
  next(new Problem(status === 413 ? 'body.too_large' : 'body.unreadable', { status }));
};
