import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/src/cli.js');

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command under way. */
export class Running {
  out = '';
  err = '';
  private readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.err += text.toString()));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  /** Waits until the pattern was printed, on either stream. @throws with all that was said when the command ends before. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = performance.now() + 120_000;
    for (;;) {
      const match = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (match) return match;
      if (this.child.exitCode !== null || performance.now() > deadline) throw new Error(`${pattern} was not said:\n${this.out}\n${this.err}`);
      await new Promise((again) => setTimeout(again, 20));
    }
  }

  /** Types an answer; after the last one nobody types any more. */
  type(text: string, last: 'last' | 'more' = 'more'): void {
    if (last === 'last') this.child.stdin?.end(text);
    else this.child.stdin?.write(text);
  }

  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
    this.child.kill(signal);
    return this.over();
  }

  async over(): Promise<Ended> {
    const code = await this.ended;
    return { code, out: this.out, err: this.err };
  }

  /** The address it serves on, once it does. */
  async address(): Promise<string> {
    return (await this.said(/Habeas is at (http:\S+)/))[1] ?? '';
  }
}

/** A person's account on a machine of its own: a home folder, no settings of ours, and the built command line. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'habeas-launch-'));
  private readonly started: ChildProcess[] = [];
  private commands: ChildProcess | null = null;

  at(...parts: string[]): string {
    return join(this.home, ...parts);
  }

  /** @param under shell words that come first, such as a limit the process is to live under */
  run(args: readonly string[], env: Record<string, string> = {}, node: readonly string[] = [], under = ''): Running {
    const command = [process.execPath, ...node, cli, ...args] as const;
    const [program, ...rest] = under ? ['sh', '-c', `${under}; exec "$@"`, 'sh', ...command] : command;
    return new Running(this.spawned(program, rest, env, 'pipe'));
  }

  /** A command that ends by itself, and asks nothing: one process runs all of these and loads the product once. */
  async command(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    this.commands ??= this.spawned(process.execPath, [join(import.meta.dirname, 'one-after-another.mjs'), cli], {}, ['ignore', 'inherit', 'inherit', 'ipc']);
    const over = new AbortController();
    try {
      const answered = once(this.commands, 'message', over);
      const gone = once(this.commands, 'exit', over).then(() => Promise.reject(new Error(`the process of the commands ended with ${args.join(' ')}`)));
      this.commands.send({ args, env });
      return ((await Promise.race([answered, gone])) as [Ended])[0];
    } finally {
      over.abort();
    }
  }

  private spawned(program: string, args: readonly string[], env: Record<string, string>, stdio: StdioOptions): ChildProcess {
    if (!existsSync(cli)) throw new Error('dist/ is not there; run: npm run build');
    const { PATH = '', TZ = 'UTC' } = process.env;
    const own = { PATH, TZ, HOME: this.home, TMPDIR: this.home, HABEAS_PORT: '0', HABEAS_DATA_DIR: this.at('data') };
    const child = spawn(program, args, { cwd: this.home, env: { ...own, ...env }, stdio });
    this.started.push(child);
    return child;
  }

  /** Ends what still runs and takes the home folder away. */
  leave(): void {
    for (const child of this.started) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Every file under a folder with its content, in one word: the same word means nothing was touched. `but` leaves folders out. */
export function contentOf(folder: string, but: readonly string[] = []): string {
  if (!existsSync(folder)) return 'absent';
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (a.parentPath + a.name < b.parentPath + b.name ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name);
    if (but.some((one) => path === one || path.startsWith(`${one}/`))) continue;
    hash.update(`${path.slice(folder.length)}\n`);
    if (entry.isFile()) hash.update(readFileSync(path)).update('\n');
  }
  return hash.digest('hex');
}
