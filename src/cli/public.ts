import { auditCommand } from './audit/audit.js';
import { backupCommand } from './backup.js';
import type { Command } from './command.js';
import { demoCommand } from './demo.js';
import { doctorCommand } from './doctor.js';
import { importCommand } from './import.js';
import { keysCommand } from './keys.js';
import { lockCommand } from './lock.js';
import { migrateCommand } from './migrate.js';
import { openapiCommand } from './openapi.js';
import { restoreCommand } from './restore.js';
import { serveCommand } from './serve.js';
import { unlockCommand } from './unlock.js';
import { userCommand } from './user.js';

/** The commands of `habeas`, in the order its help lists them. */
export const commands: readonly Command[] = [serveCommand, lockCommand, unlockCommand, demoCommand, migrateCommand, userCommand, importCommand, auditCommand, backupCommand, restoreCommand, keysCommand, doctorCommand, openapiCommand];
