import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access/public.js';
import { ProblemFilter, SameSiteGuard, StaleAnswer } from './http/public.js';
import { OpenApiController } from './openapi.controller.js';
import { OpenApiText } from './openapi-text.js';
import { pageControllers } from './pages/page-controllers.js';

/** Pages and the doors all requests come in and go out by. */
@Module({
  controllers: [OpenApiController, ...pageControllers],
  providers: [
    StaleAnswer,
    OpenApiText,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WebModule {}
