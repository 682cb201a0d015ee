import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { splitSecret } from '../../src/kernel/keyring/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

/** Rita sets a way back in for the day the key file is gone, and is not left to hope that the paper is right. */
describe.each(databases)('recovery is rehearsed, on %s', (name) => {
  let habeas: TestApp;
  const clock = new FixedClock('2026-11-25T08:00:00.000Z' as Instant);
  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
  });
  afterAll(() => habeas.stop());

  let recoveryKey: string;

  it('the home page says plainly that nobody has tried, and where it is done', async () => {
    const rita = await habeas.as('rita');
    const { text } = await rita.page('/');
    expect(text).toContain('Nobody has tried a recovery key or shares yet');
    expect(text).toContain('No backup has been restored for trial yet.');
    expect(text).toContain('href="/recovery"');
    expect((await rita.get<{ rehearsedAt: string | null; drilledAt: string | null }>('/api/v1/server')).body).toMatchObject({ rehearsedAt: null, drilledAt: null });
  });

  it('the key is shown once, on a page that is not kept', async () => {
    const rita = await habeas.as('rita');
    const shown = await rita.form('/recovery/key', {});
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')]);
    recoveryKey = /<code>((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})<\/code>/.exec(shown.text)?.[1] ?? '';
    expect(recoveryKey).not.toBe('');
    expect((await rita.page('/recovery')).text).not.toContain(recoveryKey);
    expect((await rita.page('/')).text).toContain('Nobody has tried');
  });

  it('a slip, another paper or one share alone is told in one sentence and noted nowhere', async () => {
    const rita = await habeas.as('rita');
    const slip = await rita.form('/recovery/rehearsal', { text: `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '8' : '0'}` });
    expect([slip.status, slip.text]).toEqual([422, expect.stringContaining('mistyped: its check signs do not fit')]);
    const other = await rita.post<{ recoveryKey: string }>('/api/v1/server/recovery-keys', {});
    const [share = ''] = await splitSecret(Buffer.alloc(32, 3), [null, null, null]);
    expect((await rita.post('/api/v1/server/rehearsals', { text: share })).body).toMatchObject({ code: 'unlock.shares.too_few' });
    expect(await habeas.audit({ act: 'recovery.rehearsed' })).toEqual([]);
    recoveryKey = other.body.recoveryKey;
  });

  it('what was entered back rightly stands with its day, and the paper before it opens nothing any more', async () => {
    const rita = await habeas.as('rita');
    expect((await rita.form('/recovery/rehearsal', { text: recoveryKey.toLowerCase().replaceAll('-', ' ') })).status).toBe(303);
    expect((await rita.page('/')).text).toMatch(/last entered back 25 Nov 2026/);
    expect((await habeas.audit({ act: 'recovery.rehearsed' })).map(({ actorId }) => actorId)).toEqual([habeas.ids.rita]);
    expect(habeas.ground.strongbox.slots().map(({ kind }) => kind)).toEqual(['file', 'recovery']);
    const leaves = await habeas.audit();
    expect(leaves.some(({ leaf }) => leaf.includes(recoveryKey))).toBe(false);
  });

  it('splits the way in among three people: shown once, entered back by two, and the papers of before end with it', async () => {
    const rita = await habeas.as('rita');
    const before = (await rita.post<{ shares: string[] }>('/api/v1/server/recovery-shares', {})).body.shares;
    const shown = await rita.form('/recovery/shares', {});
    const shares = [...shown.text.matchAll(/<code class="command">([^<]+)<\/code>/g)].map(([, share = '']) => share);
    expect([shown.status, shown.headers.get('cache-control'), new Set([...before, ...shares]).size]).toEqual([200, expect.stringContaining('no-store'), 6]);
    expect((await rita.form('/recovery/rehearsal', { text: shares[0] ?? '', second: before[1] ?? '' })).status).toBe(422);
    expect((await rita.form('/recovery/rehearsal', { text: shares[0] ?? '', second: shares[2] ?? '' })).status).toBe(303);
    expect(habeas.ground.strongbox.slots().map(({ kind }) => kind)).toEqual(['file', 'recovery', 'shares']);
    await expect(habeas.ground.strongbox.rehearse({ shares: [{ text: before[0] ?? '' }, { text: before[1] ?? '' }] })).rejects.toMatchObject({ code: 'shares.wrong' });
    const entries = await habeas.audit({ act: 'keys.slot_added' });
    expect(entries.filter(({ leaf }) => leaf.includes('"kind":"shares"')).map(({ actorId }) => actorId)).toEqual([habeas.ids.rita, habeas.ids.rita]);
    expect((await habeas.audit()).some(({ leaf }) => [...before, ...shares].some((share) => leaf.includes(share)))).toBe(false);
  });

  it('is for who keeps the installation only', async () => {
    for (const person of ['aigerim', 'saule', 'marat'] as const) {
      const client = await habeas.as(person);
      for (const what of ['recovery-keys', 'recovery-shares']) expect((await client.post(`/api/v1/server/${what}`, {})).status).toBe(403);
      expect((await client.page('/recovery')).status).toBe(403);
    }
  });
});
