import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../app.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { openInstance, type OpenOptions } from '../launch/public.js';
import { tellOfKey } from './tell-of-key.js';

/** The application on the instance of the settings, for the length of one task, without a port. */
export async function withApp<T>(settings: Settings, task: (app: NestExpressApplication) => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const instance = await openInstance(settings, options);
  try {
    tellOfKey(instance, console.error);
    const app = await buildApp(instance.ground);
    const work = app.get(UnitOfWork);
    try {
      return await task(app);
    } finally {
      await app.close();
      await work.settled();
    }
  } finally {
    await instance.close();
  }
}
