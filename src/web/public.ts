export { assets, bodies, guardHeaders, readQuery } from './http/public.js';
export { openApiDocument } from './openapi.js';
export { OpenApiText } from './openapi-text.js';
export { WebModule } from './web.module.js';
export { wordsFor } from './words/public.js';
