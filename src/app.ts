import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { declaredRoutes } from './access/public.js';
import { AppModule } from './app.module.js';
import { inputPipe } from './kernel/http/public.js';
import type { Ground } from './kernel/kernel.module.js';
import { QuietLogger } from './kernel/log/public.js';
import { assets, bodies, guardHeaders, openApiDocument, OpenApiText, plainAddress, readQuery } from './web/public.js';

/**
 * The whole application on an opened database, not yet listening.
 * @throws BootRefused when a route does not declare who may use it.
 */
export async function buildApp(ground: Ground): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(ground), {
    bodyParser: false,
    abortOnError: false,
    logger: new QuietLogger(ground.settings.logLevel),
  });
  app.set('trust proxy', ground.settings.trustedProxies.length > 0 ? [...ground.settings.trustedProxies] : false);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', readQuery);
  app.use(guardHeaders(ground.settings));
  app.use('/assets', assets());
  app.use(plainAddress, ...bodies());
  app.useGlobalPipes(inputPipe());
  declaredRoutes(app.get(DiscoveryService));
  await app.init();
  app.get(OpenApiText).value = JSON.stringify(openApiDocument(app));
  return app;
}

