import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Settings } from '../settings/public.js';

/**
 * The server's own log, one JSON line an event, to standard error. It never sees a body, a query or a name:
 * callers hand over fixed sentences and codes only.
 */
export class QuietLogger implements LoggerService {
  private readonly lines: Logger;

  constructor(level: Settings['logLevel']) {
    this.lines = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
  }

  // Nest tells of every module and route at start; nobody needs that line by line.
  log(message: unknown): void {
    this.lines.debug(text(message));
  }

  warn(message: unknown): void {
    this.lines.warn(text(message));
  }

  /** Stack traces name files and lines of ours; messages of drivers may quote values, so only the error's name is kept. */
  error(message: unknown): void {
    this.lines.error(text(message));
  }

  debug(message: unknown): void {
    this.lines.trace(text(message));
  }

  failure(error: unknown, requestId: string | null): void {
    const where = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6) : [];
    this.lines.error({ requestId, name: error instanceof Error ? error.name : typeof error, where: where.map((line) => line.trim()) }, 'request failed');
  }
}

const text = (message: unknown): string => (message instanceof Error ? message.name : String(message)).slice(0, 300);
