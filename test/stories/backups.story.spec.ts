import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { examine } from '../../src/launch/public.js';
import { BackupSchedule, MakeBackup, type BackupsView } from '../../src/safekeeping/public.js';
import { Accounts, Teams } from '../../src/staff/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { TestApp } from '../support/app.js';

/** An administrator who wants to sleep at night. */
describe('backups, as the administrator sees them', () => {
  const home = mkdtempSync(join(tmpdir(), 'habeas-backups-'));
  const stick = join(home, 'stick');
  const clock = new FixedClock('2026-11-25T08:00:00.000Z' as Instant);
  let habeas: TestApp;

  beforeAll(async () => {
    for (const folder of ['stick', 'data']) mkdirSync(join(home, folder));
    writeFileSync(join(home, 'recipients'), await identityToRecipient(await generateHybridIdentity()));
    const env = { HABEAS_DATA_DIR: join(home, 'data'), HABEAS_BACKUP_TO: stick, HABEAS_BACKUP_RECIPIENTS: join(home, 'recipients') };
    habeas = await TestApp.start('sqlite', clock, true, env);
  });
  afterAll(async () => {
    await habeas.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const rita = () => habeas.as('rita');
  const seen = async (): Promise<BackupsView> => (await (await habeas.again('rita')).get<BackupsView>('/api/v1/backups')).body;
  const over = async (): Promise<void> => {
    while (habeas.app.get(MakeBackup).underWay) await new Promise((again) => setTimeout(again, 10));
  };
  const doctor = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { check, state, sentence } of examine(habeas.ground, habeas.app.get(Accounts))) if (check === 'backups') lines.push(`${state} ${sentence}`);
    return lines;
  };

  it('are red on the first page while there is none, and the doctor says so too', async () => {
    const page = await (await rita()).page('/');
    expect(page.text).toContain('There is no backup yet.');
    expect(page.text).toContain('class="banner bad"');
    expect(await doctor()).toEqual([expect.stringMatching(/^bad No backup has been made yet/)]);
  });

  it('are nobody else’s business', async () => {
    for (const person of ['timur', 'aigerim', 'dana', 'marat', 'saule'] as const) {
      const client = await habeas.as(person);
      expect([person, (await client.get('/api/v1/backups')).status, (await client.page('/backups')).status]).toEqual([person, 403, 403]);
    }
    const teamId = await habeas.app.get(Teams).create({ ...systemActor('test') }, 'Partner');
    const { client } = await habeas.joined({ signInName: 'partner', role: 'administrator', teamId });
    expect((await client.get('/api/v1/backups')).body).toMatchObject({ code: 'team.home_only' });
    expect((await client.post('/api/v1/backups', {})).body).toMatchObject({ code: 'team.home_only' });
    expect((await client.page('/')).text).not.toContain('There is no backup yet.');
  });

  it('are made with a click, and then it says of when and how large they are', async () => {
    expect((await (await rita()).form('/backups', {})).status).toBe(303);
    await over();
    const { state, items } = await seen();
    expect([state.health, items.length, items[0]?.rows]).toEqual(['never_verified', 1, state.made?.rows]);
    expect((await (await rita()).page('/backups')).text).toContain('No backup was ever tried out');
    expect((await habeas.audit({ act: 'backup.made' })).map(({ actorId }) => actorId)).toEqual([habeas.ids.rita]);
  });

  it('are made by the server itself when it is time, and not before', async () => {
    const schedule = habeas.app.get(BackupSchedule);
    expect(await schedule.look()).toBe('not yet');
    clock.advance(24 * 60);
    expect(await schedule.look()).toBe('made');
    expect((await seen()).items).toHaveLength(2);
  });

  it('that fail are told to the administrators once, are red until one succeeds, and are tried again within the hour', async () => {
    const schedule = habeas.app.get(BackupSchedule);
    rmSync(stick, { recursive: true });
    clock.advance(24 * 60);
    expect(await schedule.look()).toBe('failed');
    expect(await schedule.look()).toBe('not yet');
    clock.advance(61);
    expect(await schedule.look()).toBe('failed');
    const again = await habeas.again('rita');
    expect((await again.page('/')).text).toContain('The last backup failed.');
    expect((await again.page('/notices')).text.match(/A backup failed\./g)).toHaveLength(1);
    const { problem, state } = (await again.get<BackupsView>('/api/v1/backups')).body;
    expect([problem?.code, state.failed?.code]).toEqual(['backup.no_folder', 'backup.no_folder']);
    expect((await again.page('/backups')).text).toContain('Is the disk plugged in?');
    expect(await doctor()).toEqual([expect.stringMatching(/^bad The last backup failed/)]);
    mkdirSync(stick);
    clock.advance(61);
    expect(await schedule.look()).toBe('made');
    expect((await (await habeas.again('rita')).page('/')).text).not.toContain('The last backup failed.');
  });
});
