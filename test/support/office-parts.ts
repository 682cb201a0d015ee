import { strFromU8, unzipSync } from 'fflate';

/** Parts of an office file by their paths. */
export const open = (bytes: Buffer): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
/** What stands in the group, wherever the pattern fits. */
export const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Elements that are opened and not closed, or the other way round; letters XML has none of. */
export function faultsOf(xml: string): string[] {
  const stack: string[] = [];
  for (const [, end, name = '', , alone] of xml.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (end) {
      if (stack.pop() !== name) return [`</${name}>`];
    } else if (!alone) stack.push(name);
  }
  const bare = xml.replace(/<\?[^?]*\?>|<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '');
  return [...stack, ...(bare.match(/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|[^\P{Cc}\n\t\r]|\p{Cs}/giu) ?? [])];
}

/** Parts without a type, and types of parts there are none of: ECMA-376, part 2, 7.2.3. */
export function untypedIn(parts: Readonly<Record<string, string>>): string[] {
  const types = parts['[Content_Types].xml'] ?? '';
  const [endings, named] = [all(types, /Extension="([^"]+)"/g), all(types, /PartName="\/([^"]+)"/g)];
  const paths = Object.keys(parts).filter((path) => path !== '[Content_Types].xml');
  return [...named.filter((path) => !paths.includes(path)), ...paths.filter((path) => !named.includes(path) && !endings.includes(path.split('.').at(-1) ?? ''))];
}

/** Relationships that lead to no part. */
export const danglingIn = (parts: Readonly<Record<string, string>>): string[] =>
  Object.keys(parts).filter((path) => path.endsWith('.rels')).flatMap((path) => {
    const folder = path.replace(/_rels\/.*$/, '');
    return all(parts[path] ?? '', /Target="([^"]+)"/g).filter((to) => !(to.startsWith('/') ? to.slice(1) in parts : folder + to in parts));
  });
