import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TimelineDocument } from './timeline-document.js';

/** The data as RFC 8785 canonical JSON: the same data is the same text, in whatever order it was put together. */
export const canonicalText = (document: TimelineDocument): string => canonicalize(document) ?? '';

/** SHA-256 of the canonical text, in hexadecimal: the same on paper, in the editable file and in the JSON. */
export const fingerprintOf = (document: TimelineDocument): string =>
  createHash('sha256').update(canonicalText(document), 'utf8').digest('hex');

/** The data with its fingerprint, for machines. */
export const renderJson = (document: TimelineDocument): string =>
  `{"fingerprint":"sha256:${fingerprintOf(document)}","document":${canonicalText(document)}}\n`;
