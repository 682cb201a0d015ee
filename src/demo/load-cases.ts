import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Actor } from '../kernel/actor/public.js';
import type { CastStaffKey } from './cast/types.js';
import type { Keys } from './keys.js';

/** The files of the demonstration, each opened by the person who leads it. */
export async function loadCases(_app: NestExpressApplication, _actors: Record<CastStaffKey, Actor>, _keys: Keys): Promise<void> {}
