import { once } from 'node:events';
import type { Response } from 'express';
import type { FileFormat } from '../../../reports/public.js';
import { mediaTypes } from './report-exports.js';

/** The name of a file lies open in every folder: what it is and the day, nothing else. */
export function sendAs(response: Response, report: string, format: FileFormat, at: string): void {
  response.type(mediaTypes[format]).setHeader('Content-Disposition', `attachment; filename="report-${report}-${at.slice(0, 10)}.${format}"`);
}

/** Sends piece by piece, no faster than the other side takes them. */
export async function sendPieces(response: Response, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) if (!response.write(piece)) await once(response, 'drain');
  response.end();
}
