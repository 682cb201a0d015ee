import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../kernel/settings/public.js';
import { readMapping, type Mapping } from './mapping.js';

/** The mappings that come with the product, from mappings/. */
export function shippedMappings(folder: string = join(projectRoot(), 'mappings')): Mapping[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ ...readMapping(readFileSync(join(folder, name), 'utf8')), name: name.slice(0, -'.json'.length) }));
}

/** One of them by name; undefined when there is none. */
export const shippedMapping = (name: string): Mapping | undefined => shippedMappings().find((mapping) => mapping.name === name);
