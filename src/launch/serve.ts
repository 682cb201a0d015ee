import { createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { systemActor } from '../kernel/actor/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { hasInstanceFile, readInstanceFile, secretOfRecoveryKey } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Accounts } from '../staff/public.js';
import { HabeasServer } from './habeas-server.js';
import { LaunchRefused } from './launch-refused.js';
import { masterAtHand } from './master-at-hand.js';
import { inWords, openInstance } from './open-instance.js';
import { isMarkedLocked } from './sealed-mark.js';

export interface Serving {
  readonly server: HabeasServer;
  readonly address: string;
  /** Where a new key was written, to be told once. */
  readonly madeKeyFile: string | null;
  /** Takes no more requests, lets those under way end, closes the database. */
  stop(): Promise<void>;
}

/** @throws LaunchRefused before anything is made, as far as that can be known. */
export async function serve(settings: Settings, options: { passphrase?: boolean } = {}): Promise<Serving> {
  await checkPort(settings);
  const server = new HabeasServer(settings);
  let madeKeyFile: string | null = null;
  const locked = await startsLocked(settings).catch((error: unknown) => {
    throw inWords(error, settings);
  });
  if (locked) server.startLocked();
  else {
    const instance = await openInstance(settings, options);
    ({ madeKeyFile } = instance);
    await server.open(instance);
  }
  try {
    const port = await server.listen();
    return { server, address: addressOf(settings, port), madeKeyFile, stop: () => server.stop() };
  } catch {
    await server.stop();
    throw portTaken(settings);
  }
}

/** The application of a server that is open. */
export function appOf({ server }: Serving): NestExpressApplication {
  const app = server.gate.behind?.app;
  if (!app) throw new LaunchRefused('key', 'The server is locked.');
  return app;
}

/** One more way to open it. @throws LaunchRefused while it is locked */
export function addRecoveryKey(serving: Serving, text: string): void {
  const { strongbox, clock } = appOf(serving).get<Ground>(GROUND);
  const secret = secretOfRecoveryKey(text);
  if (secret) strongbox.add({ kind: 'recovery', secret }, clock.now());
}

/** Wanted, or locked before, or its key comes from people and nobody sits at the terminal. */
async function startsLocked(settings: Settings): Promise<boolean> {
  if (!hasInstanceFile(settings.dataDir)) return false;
  if (settings.sealed === 'start' || isMarkedLocked(settings.dataDir)) return true;
  return !process.stdin.isTTY && (await masterAtHand(settings, readInstanceFile(settings.dataDir))) === null;
}

/** Where people reach it: the public address when one is set, else the port it got (which was asked for as any when 0). */
function addressOf({ publicUrl, host, port: asked }: Settings, port: number): string {
  return publicUrl === new URL(`http://${host}:${asked}`).origin ? `http://${host}:${port}` : publicUrl;
}

/**
 * The single-use link for the first administrator, while no administrator has a password yet; null afterwards.
 * A later start makes a new one and burns the old.
 */
export async function firstLink(serving: Serving): Promise<string | null> {
  const accounts = appOf(serving).get(Accounts);
  const administrators = (await accounts.list()).filter((member) => member.role === 'administrator');
  if (administrators.some((member) => member.hasPassword)) return null;
  const actor = systemActor('launch');
  const waiting = administrators[0];
  const secret = waiting
    ? await accounts.invite(actor, waiting.id)
    : (await accounts.create(actor, { signInName: 'administrator', name: 'Administrator', role: 'administrator', language: 'en', expiresAt: null })).secret;
  return `${serving.address}/welcome/${secret}`;
}

/** Asked before the database is touched: a port in use must leave no new instance behind. */
function checkPort({ host, port }: Settings): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(portTaken({ host, port })));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

const portTaken = ({ host, port }: Pick<Settings, 'host' | 'port'>): LaunchRefused =>
  new LaunchRefused('port', `Port ${port} on ${host} is in use or not allowed; choose another with HABEAS_PORT.`);
