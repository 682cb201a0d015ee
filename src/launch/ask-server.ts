import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { lockFolder } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { controlNoteIn, type ControlNote } from './control.js';
import { LaunchRefused } from './launch-refused.js';

/**
 * Says something to the server that runs on the data folder, over loopback. Nothing is said to whoever may have taken the port of a
 * server that is gone: a folder nobody holds has no server.
 * @throws LaunchRefused `folder` when none runs, Problem for what it refuses
 */
export async function askServer(settings: Settings, order: 'lock' | 'unlock', body: object = {}): Promise<Record<string, unknown>> {
  const note = noteOf(settings.dataDir);
  if (!note || !isHeld(settings.dataDir)) throw new LaunchRefused('folder', `No server runs on ${settings.dataDir}; name its folder with HABEAS_DATA_DIR.`);
  const { status, text } = await send(note, order, JSON.stringify(body));
  const answer = JSON.parse(text) as { code?: string; params?: Record<string, string | number>; sentence?: string | null };
  if (status === 200) return answer as Record<string, unknown>;
  if (answer.sentence) throw new LaunchRefused('database', answer.sentence);
  throw new Problem(answer.code ?? 'server.failed', { status, params: answer.params ?? {} });
}

function noteOf(folder: string): ControlNote | null {
  if (!existsSync(controlNoteIn(folder))) return null;
  return JSON.parse(readFileSync(controlNoteIn(folder), 'utf8')) as ControlNote;
}

function isHeld(folder: string): boolean {
  const lock = lockFolder(folder);
  lock?.release();
  return lock === null;
}

function send({ port, secret }: ControlNote, order: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const asked = request({ host: '127.0.0.1', port, path: `/${order}`, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 500, text }));
    });
    asked.on('error', () => reject(new LaunchRefused('folder', 'The server did not answer; is it on its way down?')));
    asked.end(body);
  });
}
