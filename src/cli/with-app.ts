import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../app.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { openInstance } from '../launch/public.js';

/** The application on the instance of the settings, for the length of one task, without a port. */
export async function withApp<T>(settings: Settings, task: (app: NestExpressApplication) => Promise<T>): Promise<T> {
  const instance = await openInstance(settings);
  const app = await buildApp(instance.ground);
  try {
    return await task(app);
  } finally {
    await app.get(UnitOfWork).settled();
    await app.close();
    await instance.close();
  }
}
