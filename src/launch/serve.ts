import { createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../app.js';
import { systemActor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Accounts } from '../staff/public.js';
import { LaunchRefused } from './launch-refused.js';
import { openInstance, type OpenInstance } from './open-instance.js';

/** How long requests under way may take to end after Ctrl+C. */
const GRACE_MS = 5000;

export interface Serving {
  readonly app: NestExpressApplication;
  readonly instance: OpenInstance;
  readonly address: string;
  /** Takes no more requests, lets those under way end, closes the database. */
  stop(): Promise<void>;
}

/** @throws LaunchRefused before anything is made, as far as that can be known. */
export async function serve(settings: Settings, options: { passphrase?: boolean } = {}): Promise<Serving> {
  await checkPort(settings);
  return serveInstance(await openInstance(settings, options));
}

export async function serveInstance(instance: OpenInstance): Promise<Serving> {
  const { settings } = instance.ground;
  const app = await buildApp(instance.ground);
  const server = app.getHttpServer() as import('node:http').Server;
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  try {
    await app.listen(settings.port, settings.host);
  } catch {
    await instance.close();
    throw portTaken(settings);
  }
  const port = (server.address() as { port: number }).port;
  const work = app.get(UnitOfWork);
  const stop = async (): Promise<void> => {
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.closeIdleConnections();
    await app.close();
    clearTimeout(hurry);
    await work.settled();
    await instance.close();
  };
  return { app, instance, address: addressOf(settings, port), stop };
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
  const accounts = serving.app.get(Accounts);
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
