import type { Response } from 'express';
import type { PublicationDownload } from '../../../publications/public.js';

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Sends the very bytes that were made. */
export function sendFile(response: Response, { body, format, name }: PublicationDownload): void {
  response.type(types[format] ?? 'application/octet-stream').setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.end(body);
}
