export { assets, bodies, guardHeaders, plainAddress, readQuery } from './http/public.js';
export type { Entry, SealedDoor, SealedState, Way } from './sealed/sealed-door.js';
export { sealedSite } from './sealed/sealed-site.js';
export { openApiDocument } from './openapi.js';
export { OpenApiText } from './openapi-text.js';
export { WebModule } from './web.module.js';
export { wordsFor } from './words/public.js';
