import { static as files, type RequestHandler } from 'express';
import { assetFolder } from '../parts/assets.js';

/** Style sheet and script, named by their content: the only answers a browser may keep, because they tell nothing. */
export const assets = (): RequestHandler =>
  files(assetFolder(), {
    index: false,
    dotfiles: 'deny',
    setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
  });
