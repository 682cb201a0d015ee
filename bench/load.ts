import { Agent, request } from 'node:http';

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly times: readonly number[];
}

export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** Keeps `connections` requests under way against one server for `seconds`. @throws when an answer is not 2xx. */
export async function load(
  port: number,
  shotOf: (n: number) => Shot,
  options: { connections: number; seconds: number; headers: Record<string, string> },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const until = performance.now() + options.seconds * 1000;
  const times: number[] = [];
  let n = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now();
      await fire(agent, port, shotOf(n++), options.headers);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, worker));
  agent.destroy();
  const seconds = (performance.now() - started) / 1000;
  return summed(times, seconds);
}

export function summed(times: readonly number[], seconds: number): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), times };
}

/** One request. @throws when the answer is not 2xx */
export function fire(agent: Agent, port: number, shot: Shot, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = shot.body ? { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(shot.body)) } : {};
    const sent = request({ agent, port, host: '127.0.0.1', method: shot.method, path: shot.path, headers: { ...headers, ...body } }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${shot.method} ${shot.path} answered ${status}`));
      });
    });
    sent.on('error', reject);
    sent.end(shot.body);
  });
}
