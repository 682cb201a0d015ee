import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: the nearest one upwards that holds package.json, from src/ and from dist/src/ alike. */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json was not found above ' + import.meta.dirname);
  return projectRoot(above);
}
