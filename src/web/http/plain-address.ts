import type { RequestHandler } from 'express';
import { Problem } from '../../kernel/errors/public.js';

/**
 * No address of ours carries a NUL: PostgreSQL takes none in a text and answers with an error of its own where SQLite finds nothing.
 * It is answered like whatever else is not there.
 */
export const plainAddress: RequestHandler = (request, _response, next) => next(/%00/.test(request.originalUrl) ? Problem.notFound() : undefined);
