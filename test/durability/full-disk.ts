import { Reserve, type OpenDatabase } from '../../src/kernel/db/public.js';

/** Room that giving up the reserve sets free, in pages of the engine. */
const RESERVED_PAGES = 24;
const ENDLESS = 1_000_000;

/**
 * A disk that fills: the engine's own limit of pages stands for its room, and the reserve for some pages of it. The engine
 * answers exactly as on a disk without room (SQLITE_FULL), wherever the test runs.
 */
export class FullDisk {
  isFull = false;
  /** The reserve, as the application has it. */
  readonly reserve: Reserve;

  constructor(
    private readonly database: OpenDatabase,
    folder: string,
  ) {
    const real = Reserve.in(folder, 1);
    const [take, giveUp] = [real.take.bind(real), real.giveUp.bind(real)];
    this.reserve = Object.assign(real, {
      take: (): boolean => !this.isFull && take(),
      giveUp: (): boolean => {
        const given = giveUp();
        if (given) this.limit(this.pages() + RESERVED_PAGES);
        return given;
      },
    });
    take();
    Object.assign(database, { reserve: this.reserve });
  }

  fill(): void {
    this.isFull = true;
    this.limit(this.pages());
  }

  makeRoom(): void {
    this.isFull = false;
    this.limit(ENDLESS);
  }

  /** Through the connection itself: a query of the ORM would answer later than the reserve has to be there. */
  private pragma(text: string): number {
    const { driver } = this.database.writer as unknown as { driver: { databaseConnection: { pragma(text: string, how: { simple: true }): number } } };
    return driver.databaseConnection.pragma(text, { simple: true });
  }

  private pages(): number {
    return this.pragma('page_count');
  }

  private limit(pages: number): void {
    this.pragma(`max_page_count = ${pages}`);
  }
}
