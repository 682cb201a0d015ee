import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { FileOut } from './read-file.js';

/**
 * Sends a file to be kept, never to be shown within our pages. The name is in two forms (RFC 6266, RFC 8187): the second keeps letters of
 * every script, the first is for programs that do not know it. When something is wrong further on the connection breaks.
 */
export async function sendFile(response: Response, { name, mediaType, size, bytes }: FileOut): Promise<void> {
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', size);
  response.setHeader('Content-Disposition', dispositionOf(name));
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(Readable.from(bytes), response).catch(() => response.destroy());
}

export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
