import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { AuditEntry, Checkpoints } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../../src/kernel/db/public.js';
import { RecordIndividual } from '../../src/individuals/public.js';
import { restoreInstance } from '../../src/launch/public.js';
import { MakeBackup, openStore } from '../../src/safekeeping/public.js';
import { Notices } from '../../src/staff/public.js';
import { Machine, type Started } from '../support/instance.js';

/** An office whose backups lie with a service that speaks S3, here a real server of that kind. */
describe('backups in an S3-compatible store', () => {
  const machine = new Machine();
  let service: S3rver;
  let [office, identity, endpoint]: [Started, string, string] = [undefined as never, '', ''];

  const secret = (text: string): string => {
    writeFileSync(machine.at(`secret-${text}`), `${text}\n`);
    return machine.at(`secret-${text}`);
  };
  const env = (more: Record<string, string> = {}): Record<string, string> => ({
    ...{ HABEAS_BACKUP_TO: 's3://backups/almaty', HABEAS_BACKUP_RECIPIENTS: machine.at('recipients'), HABEAS_S3_ENDPOINT: endpoint },
    ...{ HABEAS_S3_KEY_ID: 'S3RVER', HABEAS_S3_SECRET_FILE: secret('S3RVER'), ...more },
  });
  const answerOf = async (more: Record<string, string>): Promise<string> => {
    const settings = await machine.place('sqlite', 'office', env(more));
    const store = openStore(settings.backup?.to ?? '', settings);
    return store.list('manifests').then(() => 'none', (error: { code: string }) => error.code).finally(() => store.close());
  };

  beforeAll(async () => {
    identity = await generateHybridIdentity();
    writeFileSync(machine.at('recipients'), await identityToRecipient(identity));
    mkdirSync(machine.at('service'));
    service = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: machine.at('service'), configureBuckets: [{ name: 'backups', configs: [] }] });
    endpoint = `http://127.0.0.1:${(await service.run()).port}`;
    office = await machine.start(await machine.place('sqlite', 'office', env()));
    await office.app.get(RecordIndividual).run(systemActor('test'), { names: [{ text: 'Айша', kind: 'full' }] } as never);
  });
  afterAll(async () => {
    await machine.leave();
    await service.close();
  });

  it('are made there, again with what is new only, and come back from there', async () => {
    const first = await office.app.get(MakeBackup).run();
    const second = await office.app.get(MakeBackup).run();
    expect(second.newObjects).toBeLessThan(first.newObjects);
    const settings = await machine.place('sqlite', 'home', env());
    const store = openStore('s3://backups/almaty', settings);
    expect(await restoreInstance(settings, store, { identities: [identity], at: null })).toMatchObject({ backup: second.id, rows: second.rows });
    store.close();
  });

  it('are refused in a sentence of its own for a key it does not know, a bucket that is not there and a service that does not answer', async () => {
    expect(await answerOf({ HABEAS_S3_KEY_ID: 'SOMEBODY' })).toBe('backup.s3_refused');
    expect(await answerOf({ HABEAS_BACKUP_TO: 's3://elsewhere' })).toBe('backup.s3_no_bucket');
    expect(await answerOf({ HABEAS_S3_ENDPOINT: 'http://127.0.0.1:1' })).toBe('backup.s3_unreachable'); // nobody listens there
  });

  it('are refused in a sentence of its own for a wrong secret', async () => {
    // The service above does not compare signatures; this one answers as the services that do.
    const body = '<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>';
    const strict = createServer((_, answer) => answer.writeHead(403, { 'Content-Type': 'application/xml' }).end(body)).listen(0, '127.0.0.1');
    await once(strict, 'listening');
    const { port } = strict.address() as AddressInfo;
    expect(await answerOf({ HABEAS_S3_ENDPOINT: `http://127.0.0.1:${port}` })).toBe('backup.s3_secret_wrong');
    strict.close();
  });

  it('that cannot be made are in the log with their reason, and the server goes on', async () => {
    const settings = await machine.place('sqlite', 'office', env({ HABEAS_S3_KEY_ID: 'SOMEBODY' }));
    const failing = new MakeBackup({ ...office.ground, settings }, office.app.get(UnitOfWork), office.app.get(Notices), office.app.get(Checkpoints));
    await expect(failing.run()).rejects.toMatchObject({ code: 'backup.s3_refused' });
    const [row] = await rowsOf(office.ground.database.reader.manager, AuditEntry, `WHERE r.act = 'backup.failed'`);
    expect(JSON.parse(row?.leaf ?? '{}')).toMatchObject({ facts: { code: 'backup.s3_refused' } });
  });
});
