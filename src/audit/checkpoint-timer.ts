import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '../kernel/errors/public.js';
import { Checkpoints, LogDoesNotHold, type CheckpointReason } from './checkpoints.js';

const EVERY_MS = 60_000;

/** Has the head of the log signed every minute in which something was logged, and when the application ends. */
@Injectable()
export class CheckpointTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('checkpoints');
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly checkpoints: Checkpoints) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.make('minute'), EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.make('shutdown');
  }

  /** What cannot be signed is told and does not end the work: entries go on being written, and the next start refuses. */
  private async make(reason: CheckpointReason): Promise<void> {
    try {
      await this.checkpoints.make(reason);
    } catch (error) {
      if (error instanceof Problem && error.code === 'instance.sealed') return; // locked: signed by what locked it
      this.log.error(error instanceof LogDoesNotHold ? error.message : 'the head of the log could not be signed');
    }
  }
}
