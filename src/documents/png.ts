import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './fonts.js';

export interface Png {
  readonly data: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A drawing of our own as PNG, in the packaged font and no other. @param scale pixels a unit of the drawing */
export function renderPng(svg: string, scale: number): Png {
  const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
  const drawn = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render();
  return { data: drawn.asPng(), width: drawn.width, height: drawn.height };
}
