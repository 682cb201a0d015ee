/** What operators can unlock the server with, at this page. A key file is used on the machine itself: `habeas unlock`. */
export type Way = 'passphrase' | 'recovery' | 'shares';

/** One thing somebody entered. */
export interface Entry {
  readonly way: Way;
  readonly text: string;
  /** Of a share that has one of its own. */
  readonly passphrase: string | null;
}

export interface SealedState {
  readonly ways: readonly Way[];
  /** How many different shares have been entered, and how many more are needed; who entered them is not said. */
  readonly entered: number;
  readonly missing: number;
  /** What was entered fits, and the server is on its way up. */
  readonly opening: boolean;
}

/** The locked server as its page sees it. */
export interface SealedDoor {
  state(): SealedState;
  /**
   * @returns whether the server is open now, or waits for more shares
   * @throws Problem `unlock.…` (403) when it does not fit, `session.too_many_tries` (429)
   */
  enter(entry: Entry, address: string): Promise<'open' | 'more'>;
}
