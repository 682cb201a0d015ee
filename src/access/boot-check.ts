import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './access.decorator.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly rule: AccessRule;
}

/** The application has a route that does not say who may use it. */
export class BootRefused extends Error {}

/**
 * Every route of the running application with its access rule.
 * @throws BootRefused at the first route that declares none.
 */
export function declaredRoutes(discovery: DiscoveryService): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const { instance, metatype } of discovery.getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as object;
    const bases = listOf(Reflect.getMetadata(PATH_METADATA, metatype));
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, object>)[name] as object;
      const paths = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
      if (paths === undefined) continue;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
      for (const path of bases.flatMap((base) => listOf(paths).map((one) => joined(base, one)))) {
        const rule = Reflect.getMetadata(ACCESS_RULE, handler) as AccessRule | undefined;
        if (!rule) throw new BootRefused(`No access is declared for ${method} ${path}.`);
        routes.push({ method, path, rule });
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [(value as string | undefined) ?? '']);

const joined = (...parts: string[]): string => '/' + parts.join('/').split('/').filter(Boolean).join('/');
