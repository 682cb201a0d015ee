export { Emergencies } from './emergencies.js';
export { EmergencyEntry } from './emergency-entry.entity.js';
export { EnterInput } from './emergency.input.js';
export { type EmergencyEntryView } from './emergency.view.js';
export { EmergencyModule } from './emergency.module.js';
