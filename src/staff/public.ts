export { Accounts, type NewAccount, type StaffMember } from './accounts.js';
export { Invitation } from './invitation.entity.js';
export { SHORTEST } from './password.js';
export { Session } from './session.entity.js';
export { LONGEST_HOURS, Sessions } from './sessions.js';
export { Staff } from './staff.entity.js';
export { StaffModule } from './staff.module.js';
