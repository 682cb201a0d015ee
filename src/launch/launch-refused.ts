/** Exit codes of the command line; docs/operations/exit-codes.md says what to do about each. */
export const exitCodes = {
  usage: 2,
  settings: 3,
  folder: 4,
  inUse: 5,
  key: 6,
  database: 7,
  port: 8,
  backup: 9,
  log: 10,
} as const;

/** The server does not start. The message is one sentence for the person at the terminal; nothing was touched. */
export class LaunchRefused extends Error {
  readonly exitCode: number;

  constructor(kind: keyof typeof exitCodes, sentence: string) {
    super(sentence);
    this.exitCode = exitCodes[kind];
  }
}
