import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DrillInput, ReportFiles, type FileFormat, type ReportFile } from '../../../reports/public.js';
import { ReportExports } from './report-exports.js';

/** How often saved reports are looked at whose time has come. */
const EVERY_MS = 60_000;

/** Makes the files people asked for, one after the other in the background, and those of saved reports at their times. */
@Injectable()
export class MakeFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('reports');
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private going: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: ReportFiles,
    private readonly exports: ReportExports,
  ) {}

  onApplicationBootstrap(): void {
    this.going = this.files.restart().catch((error: unknown) => this.told(error));
    this.timer = setInterval(() => void this.start(), EVERY_MS).unref();
    void this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.going;
  }

  /** Looks for work now; resolves when nothing is left to do. */
  start(): Promise<unknown> {
    this.going = this.going.then(() => (this.stopped ? undefined : this.round())).catch((error: unknown) => this.told(error));
    return this.going;
  }

  private async round(): Promise<void> {
    await this.files.schedule();
    await this.files.makeWaiting(
      (actor, { report, query, format, purpose, language }: ReportFile) => {
        const input = Object.assign(new DrillInput(), query);
        return this.exports.make({ ...actor, language: language as typeof actor.language }, report, { format: format as FileFormat, purpose, input });
      },
      () => this.stopped,
    );
    await this.files.forget();
  }

  private told(error: unknown): void {
    this.log.error(error instanceof Error ? error.name : 'failed'); // a driver's own words may quote values
  }
}
