import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../kernel/settings/public.js';
import { OpenApiText } from '../web/public.js';
import type { Command } from './command.js';
import { withApp } from './with-app.js';
import { throwAwayKey } from './throw-away.js';

export const openapiCommand: Command = {
  name: 'openapi',
  usage: 'habeas openapi                        prints the description of the JSON API (OpenAPI 3.1)',

  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-openapi-'));
    try {
      const settings = { ...readSettings(), dataDir: join(folder, 'data'), keyFile: throwAwayKey(folder), databaseUrl: null };
      console.log(JSON.stringify(JSON.parse(await withApp(settings, (app) => Promise.resolve(app.get(OpenApiText).value))), null, 2));
      return 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
