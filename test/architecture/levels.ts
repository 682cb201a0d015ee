/**
 * The level every folder of src/ stands on. A module may import only from a lower number, and only its public.ts.
 * A new module gets its line here first.
 */
export const levels: Readonly<Record<string, number>> = {
  kernel: 0,
  audit: 1,
  documents: 1,
  vocabularies: 1,
  access: 2,
  staff: 3,
  places: 3,
  sources: 3,
  approvals: 4,
  lock: 4,
  individuals: 4,
  organisations: 5,
  incidents: 4,
  detentions: 5,
  acts: 5,
  matching: 5,
  consents: 6,
  durations: 6,
  cases: 6,
  clocks: 7,
  circles: 7,
  emergency: 7,
  evidence: 8,
  'follow-ups': 8,
  holds: 8,
  requests: 9,
  erasure: 9,
  shares: 9,
  timeline: 9,
  exposure: 10,
  reports: 10,
  retention: 10,
  intake: 10,
  publications: 11,
  rotation: 11,
  submissions: 11,
  safekeeping: 11,
  web: 12,
  demo: 13,
  // The files directly in src/ put the application together (app*.ts); launch starts it from a terminal.
  app: 14,
  launch: 15,
  // One file a command.
  cli: 16,
  // cli.ts
  start: 17,
};

/** Doors besides public.ts: the wiring of a module, and with the kernel's the names of what it provides. */
export const otherDoors: readonly string[] = ['src/kernel/kernel.module.ts', 'src/web/web.module.ts', 'src/demo/demo.module.ts', 'migrations/index.ts'];

/** The level of a file under src/, by its folder or, for a file directly in src/, by its name. */
export function moduleOf(file: string): string {
  const [, folder = '', rest] = file.split('/');
  if (rest !== undefined) return folder;
  return folder.startsWith('app') ? 'app' : 'start';
}
