import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/**
 * Room on the disk that is kept for the log: no record is read without its entry, so on a full disk reading would end as
 * writing does. The file is given up when the disk is full, and then only entries, sign-ins and the like are written, until
 * there is room again (decision 0006).
 */
export class Reserve {
  private constructor(
    private readonly file: string,
    private readonly bytes: number,
  ) {}

  static in(folder: string, megabytes: number = 16): Reserve {
    return new Reserve(join(folder, 'reserve'), megabytes * MEGABYTE);
  }

  get held(): boolean {
    return existsSync(this.file);
  }

  /** True when it was there, and is there no more. */
  giveUp(): boolean {
    if (!this.held) return false;
    rmSync(this.file, { force: true });
    return true;
  }

  /** True when it is there now. It is taken only where as much again is left for records, so that it is not given up at once. */
  take(): boolean {
    if (this.held) return true;
    try {
      const { bavail, bsize } = statfsSync(dirname(this.file));
      if (bavail * bsize < 2 * this.bytes) return false;
      this.fill();
      return true;
    } catch {
      rmSync(this.file, { force: true });
      return false;
    }
  }

  /** With noise: a file system that compresses or leaves holes would keep no room for zeros. */
  private fill(): void {
    const handle = openSync(this.file, 'wx', 0o600);
    try {
      for (let written = 0; written < this.bytes; ) written += writeSync(handle, randomBytes(MEGABYTE));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
