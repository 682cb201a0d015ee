/** A terminal and the program that started us may both pass on the same Ctrl+C; only a later one means "at once". */
const SAME_MS = 1000;

/** Resolves at the first Ctrl+C or request to end; a second one ends at once. Listens from the moment it is called. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const hear = (): void => {
      first ??= performance.now();
      if (performance.now() - first > SAME_MS) process.exit(130);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  });
}
