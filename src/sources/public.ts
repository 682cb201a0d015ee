export { Source, type SourcePrivate } from './source.entity.js';
export { sourceKind } from './source.kind.js';
