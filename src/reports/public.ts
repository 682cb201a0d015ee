export { ReportedDetentions } from './reported-detentions.js';
export { ReportedDetentionsInput } from './reported-detentions.input.js';
export type { ReportedDetentionsView, ReportedFigures } from './reported-detentions.view.js';
export { ReportsModule } from './reports.module.js';
