import type { CastCase } from './types.js';

/** Five files. The first three are one circle of people's work; Bolat and Yerlan stand outside of them. */
export const cases: readonly CastCase[] = [
  {
    key: 'rings', reference: 'DEMO-1', title: 'Iron ring on Qyran Square', stage: 'remedies', outcome: 'none_yet',
    priority: 'high', lead: 'aigerim', members: ['dana'],
    shared: [
      { by: 'asel', title: 'Iron ring on Qyran Square: for the first hearing', ended: true },
      { by: 'asel', title: 'Iron ring on Qyran Square: those who agreed to legal aid of partners', withdrawnBy: 'hotline' },
    ],
    summary: 'Ten hours by what people saw, three by the papers. Complaint about the square, appeal against the protocols.',
    individuals: ['aidos', 'madina', 'zarina', 'yerbol', 'gulmira', 'saltanat', 'kuanysh'],
    detentions: [
      'aidos', 'madina', 'zarina', 'yerbol', 'gulmira', 'saltanat', 'kuanysh', 'ringOfForty', 'madinaAtCourt',
    ],
    followUps: [
      {
        kind: 'complaint_prosecutor', task: 'Complaint about holding people on the square without a record',
        owner: 'dana', dueInDays: -1, priority: 'high', status: 'in_progress',
      },
      {
        kind: 'medical_check', task: 'Second examination', on: { individual: 'zarina' }, owner: 'aigerim', dueInDays: 0,
        priority: 'urgent', status: 'open',
      },
      {
        kind: 'consent', task: 'Ask again about naming him in the statement', on: { individual: 'aidos' },
        owner: 'aigerim', dueInDays: 0, priority: 'normal', status: 'waiting',
      },
      {
        kind: 'appeal', task: 'Appeal against the fine', on: { detention: 'yerbol' }, owner: 'dana', dueInDays: 2,
        priority: 'high', status: 'open',
      },
      {
        kind: 'public_statement', task: 'Text for the partner, without names', on: { incident: 'ringQyran' },
        owner: 'aigerim', dueInDays: 7, priority: 'normal', status: 'open',
      },
      {
        kind: 'verify', task: 'Compare the video with the hours of the protocol', on: { detention: 'aidos' },
        owner: 'dana', dueInDays: 7, priority: 'normal', status: 'open',
      },
      {
        kind: 'interview', task: 'Statement of witness A', owner: 'aigerim', dueInDays: -6, priority: 'normal',
        status: 'done', outcome: 'Taken on 12 January, two pages.',
      },
    ],
  },
  {
    key: 'minors', reference: 'DEMO-2', title: 'Two under eighteen in the rings', stage: 'open', outcome: 'none_yet',
    priority: 'urgent', lead: 'aigerim', members: ['dana'],
    summary: 'A boy of 16 and a girl of 15. Parents were not told by the police.', individuals: ['alikhan', 'asel'],
    detentions: ['alikhan', 'asel'],
    followUps: [
      {
        kind: 'call_relatives', task: "Ring the boy's mother", on: { individual: 'alikhan' }, owner: 'aigerim',
        dueInDays: -1, priority: 'urgent', status: 'open',
      },
      {
        kind: 'child_protection', task: 'Talk with the school without naming the event', on: { individual: 'asel' },
        owner: 'aigerim', dueInDays: 2, priority: 'high', status: 'open',
      },
      {
        kind: 'complaint', task: 'Parents were not notified', on: { detention: 'alikhan' }, owner: 'dana', dueInDays: 7,
        priority: 'high', status: 'open',
      },
    ],
  },
  {
    key: 'arrests', reference: 'DEMO-3', title: 'Administrative arrests after election day', stage: 'appeal',
    outcome: 'none_yet', priority: 'high', lead: 'dana', members: ['aigerim'],
    summary: 'Three people sent to the special reception centre for 10 and 15 days.',
    individuals: ['askhat', 'bauyrzhan', 'kairat'], detentions: ['askhat', 'bauyrzhan', 'kairat'],
    followUps: [
      {
        kind: 'copy_of_ruling', task: 'Certified copy of the ruling', on: { detention: 'bauyrzhan' }, owner: 'dana',
        dueInDays: 0, priority: 'high', status: 'in_progress',
      },
      {
        kind: 'verify', task: 'When did he come out?', on: { detention: 'bauyrzhan' }, owner: 'aigerim', dueInDays: -1,
        priority: 'normal', status: 'open',
      },
      {
        kind: 'hearing_attend', task: 'Hearing on the appeal', on: { detention: 'askhat' }, owner: 'dana', dueInDays: 2,
        priority: 'urgent', status: 'open',
      },
      {
        kind: 'parcel', task: 'Insulin and warm clothes', on: { individual: 'kairat' }, owner: 'aigerim', dueInDays: -9,
        priority: 'urgent', status: 'done', outcome: 'Accepted at the gate.',
      },
      {
        kind: 'reply_due', task: 'Answer of the prosecutor on the video hearing', owner: 'dana', dueInDays: 7,
        priority: 'normal', status: 'waiting',
      },
    ],
  },
  {
    key: 'missing', reference: 'DEMO-4', title: 'Student taken in a car without plates', stage: 'first_help',
    outcome: 'none_yet', priority: 'urgent', lead: 'bolat', members: ['yerlan'],
    summary: 'Last seen at about 19:05. Three stations say that they do not have him.',
    individuals: ['temirlan', 'farrukh'], detentions: ['temirlan', 'farrukh'],
    followUps: [
      {
        kind: 'locate_person', task: 'Ring every station and hospital again', on: { individual: 'temirlan' },
        owner: 'bolat', dueInDays: 0, priority: 'urgent', status: 'in_progress',
      },
      {
        kind: 'un_submission', task: 'Urgent appeal on a disappearance', on: { individual: 'temirlan' },
        owner: 'yerlan', dueInDays: 2, priority: 'urgent', status: 'open',
      },
      {
        kind: 'consular_contact', task: 'Only if he says so', on: { individual: 'farrukh' }, owner: 'bolat',
        dueInDays: null, priority: 'normal', status: 'waiting',
      },
    ],
  },
  {
    key: 'taxes', reference: 'DEMO-5', title: 'Tax audits of organisations that observe elections', stage: 'open',
    outcome: 'none_yet', priority: 'normal', lead: 'bolat', members: ['yerlan'],
    summary: 'Three audits opened in the two months before the election.', individuals: ['nurgul', 'assem'],
    detentions: ['assem'],
    followUps: [
      {
        kind: 'appeal', task: 'Objection to the audit act', on: { incident: 'taxFairCount' }, owner: 'yerlan',
        dueInDays: -1, priority: 'high', status: 'open',
      },
      {
        kind: 'advocacy_letter', task: 'Letter to embassies', on: { incident: 'taxOpenBox' }, owner: 'bolat',
        dueInDays: 7, priority: 'normal', status: 'open',
      },
      {
        kind: 'collect_documents', task: 'Both letters and the record of the call', on: { incident: 'taxLitWindow' },
        owner: null, dueInDays: 2, priority: 'low', status: 'open',
      },
    ],
  },
];
