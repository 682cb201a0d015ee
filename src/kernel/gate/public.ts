export { LocksServer, NothingToLock, type LockCause, type LockOrder, type Opened, type OpenedBy } from './locks-server.js';
