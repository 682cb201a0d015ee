import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../../src/app.js';
import { UnitOfWork } from '../../src/kernel/db/public.js';
import { readSettings, type Settings } from '../../src/kernel/settings/public.js';
import { openInstance, type OpenInstance } from '../../src/launch/public.js';
import type { DatabaseName } from './database.js';
import { freshPostgres } from './postgres.js';

/** A machine of its own: folders that are thrown away, empty databases, and instances as `habeas serve` opens them. */
export class Machine {
  readonly home = mkdtempSync(join(tmpdir(), 'habeas-machine-'));
  private readonly leaving: (() => Promise<void>)[] = [];

  at(...parts: string[]): string {
    return join(this.home, ...parts);
  }

  /** Settings of a place that holds nothing yet; key files lie beside the data folders. */
  async place(name: DatabaseName, folder: string, env: Record<string, string> = {}): Promise<Settings> {
    const database = name === 'postgres' ? await freshPostgres() : null;
    if (database) this.leaving.push(() => database.close());
    const own = { HABEAS_LOG: 'silent', HABEAS_PORT: '0', HABEAS_SECOND_FACTOR: 'offered', HABEAS_DATA_DIR: this.at(folder), HABEAS_KEY_FILE: this.at('office.key') };
    return readSettings({ ...own, ...(database ? { HABEAS_DATABASE_URL: database.url } : {}), ...env });
  }

  /** Opens or makes the instance and builds the application on it. */
  async start(settings: Settings): Promise<Started> {
    const instance = await openInstance(settings);
    const started = new Started(instance, await buildApp(instance.ground));
    this.leaving.unshift(() => started.stop());
    return started;
  }

  async leave(): Promise<void> {
    for (const end of this.leaving) await end();
    rmSync(this.home, { recursive: true, force: true });
  }
}

export class Started {
  private running = true;

  constructor(
    readonly instance: OpenInstance,
    readonly app: NestExpressApplication,
  ) {}

  get ground(): OpenInstance['ground'] {
    return this.instance.ground;
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    await this.app.get(UnitOfWork).settled();
    await this.app.close();
    await this.instance.close();
  }
}
