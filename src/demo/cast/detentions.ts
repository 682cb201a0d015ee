import { detentionsOfAqqaiynAndZhuldyzai } from './detentions-aqqaiyn.js';
import { detentionsOfQyran } from './detentions-qyran.js';
import { detentionsOfTulparAndElsewhere } from './detentions-tulpar.js';
import type { CastDetention } from './types.js';

export const detentions: readonly CastDetention[] = [...detentionsOfQyran, ...detentionsOfAqqaiynAndZhuldyzai, ...detentionsOfTulparAndElsewhere];
