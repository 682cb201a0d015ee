import { peopleOfAqqaiynAndZhuldyzai } from './people-aqqaiyn.js';
import { peopleOfQyran } from './people-qyran.js';
import { peopleOfTulparAndElsewhere } from './people-tulpar.js';
import type { CastPerson } from './types.js';

/** All invented. Numbers of the form +7 700 000 xx xx belong to nobody. */
export const people: readonly CastPerson[] = [...peopleOfQyran, ...peopleOfAqqaiynAndZhuldyzai, ...peopleOfTulparAndElsewhere];
