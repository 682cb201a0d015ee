import type { PublicationState } from '../../../publications/public.js';
import type { Tone } from '../../parts/public.js';

export const toneOf: Readonly<Record<PublicationState, Tone>> = { draft: 'plain', made: 'run', proposed: 'may', released: 'met', recalled: 'past' };
