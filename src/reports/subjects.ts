import { clock } from './clock-states.js';
import type { Dimension } from './dimension.js';
import { incident } from './incident-figures.js';
import type { Measure } from './measure.js';
import { person } from './people.js';
import { ruling } from './rulings.js';
import { stay } from './stays.js';
import type { Subject, SubjectName } from './subject.js';
import { caseload, task } from './workload.js';

/** Everything that is counted. The builder offers these dimensions and measures, and no others can be asked for. */
export const subjects: Readonly<Record<SubjectName, Subject>> = { stay, person, ruling, clock, incident, task, case: caseload };

export const dimensionOf = (subject: SubjectName, id: string): Dimension | undefined => subjects[subject].dimensions.find((one) => one.id === id);

export const measureOf = (subject: SubjectName, id: string): Measure | undefined => subjects[subject].measures.find((one) => one.id === id);
