export { FindSources, SourceListInput } from './find-sources.js';
export { RecordSource } from './record-source.js';
export { ReviseSource } from './revise-source.js';
export { Source, type SourcePrivate } from './source.entity.js';
export { maskedOfSource, RecordSourceInput, RevealSourceInput, ReviseSourceInput, SourceInput } from './source.input.js';
export { sourceKind } from './source.kind.js';
export { sourceName, type SourceRowView, type SourceView } from './source.view.js';
export { SourcesModule } from './sources.module.js';
