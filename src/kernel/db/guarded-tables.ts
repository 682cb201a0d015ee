/** Tables in which the database itself refuses to change or delete a row; checked at every start. */
export const guardedTables: readonly string[] = [
  ...['audit_entry', 'audit_opening', 'audit_checkpoint', 'record_version'],
  ...['erasure', 'erasure_mention', 'data_request_answer', 'evidence_step'],
];
