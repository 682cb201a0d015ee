// The order of spec files: what takes minutes begins first, so that at the end of a run no worker waits for the other.
// Jest's own order comes after that: what failed, then what took long the last time, and on a fresh checkout the size of the file.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const first = ['test/stories/every-page', 'test/launch/', 'test/migrations/', 'test/access/hostile', 'test/durability/', 'test/plain-text/', 'test/safekeeping/', 'test/stories/', 'test/'];

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path, context }) => {
      const at = first.findIndex((start) => relative(context.config.rootDir, path).startsWith(start));
      return at < 0 ? first.length : at;
    };
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}
