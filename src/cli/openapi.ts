import { readSettings } from '../kernel/settings/public.js';
import { OpenApiText } from '../web/public.js';
import type { Command } from './command.js';
import { throwAway } from './throw-away.js';
import { withApp } from './with-app.js';

export const openapiCommand: Command = {
  name: 'openapi',
  usage: 'habeas openapi                        prints the description of the JSON API (OpenAPI 3.1)',

  async run() {
    const text = await withApp(throwAway(readSettings(), 'openapi'), (app) => Promise.resolve(app.get(OpenApiText).value));
    console.log(JSON.stringify(JSON.parse(text), null, 2));
    return 0;
  },
};
