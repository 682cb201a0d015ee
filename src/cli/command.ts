export interface Command {
  readonly name: string;
  /** One or more lines, as `habeas help` shows them. */
  readonly usage: string;
  /** Answers the exit code. */
  run(args: readonly string[]): Promise<number>;
}
