import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const faces = ['400Regular/NotoSans_400Regular', '400Regular_Italic/NotoSans_400Regular_Italic', '700Bold/NotoSans_700Bold'];

/** The font of all documents and pictures, from its package: none of the machine's own is ever asked. */
export function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  return faces.map((face) => join(folder, `${face}.ttf`));
}
