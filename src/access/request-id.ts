import { randomUUID } from 'node:crypto';

/** Ties log lines and audit entries of one request together; says nothing else. */
export const newRequestId = (): string => randomUUID();
