export { assets, bodies, guardHeaders, plainAddress, readQuery } from './http/public.js';
export { openApiDocument } from './openapi.js';
export { OpenApiText } from './openapi-text.js';
export { WebModule } from './web.module.js';
export { wordsFor } from './words/public.js';
