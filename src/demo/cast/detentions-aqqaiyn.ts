import { filed, filedIn, saw, seenIn } from './said.js';
import type { CastDetention, CastPeriod } from './types.js';

const corner = { incident: 'ringAqqaiyn', kind: 'containment', authority: 'rapid_response_unit', ground: 'none given' };
const park = { ...corner, incident: 'ringZhuldyzai' };
const B = 'witnessB';
const C = 'witnessC';
const P = 'protocol92';

const atCorner = (end: string, start = 'about 11:30'): CastPeriod => seenIn(
  'street_containment', 'aqqaiyn', start, end, B,
);
const inPark = (end: string, start = 'between 12:00 and 12:20'): CastPeriod => seenIn(
  'street_containment', 'zhuldyzai', start, end, C,
);
const closedIn = saw('contained', 'about 11:30', B);
const closedInPark = saw('contained', 'between 12:00 and 12:20', C);
const at92 = (end: string): CastPeriod => seenIn(
  'police_station', 'station92', 'between 19:45 and 20:00', end, 'hotline',
);
const onPaper = (start: string, end: string): CastPeriod => filedIn('police_station', 'station92', start, end, P);

export const detentionsOfAqqaiynAndZhuldyzai: readonly CastDetention[] = [
  {
    ...corner, key: 'bauyrzhan', person: 'bauyrzhan', ground: 'article 488', outcome: 'administrative_arrest',
    outcomeWords: '15 суток',
    description: 'Arrest of 15 days. Nobody has written down when he came out.',
    periods: [
      atCorner('about 19:30'), at92('11.01.2021 about 10:00'), onPaper('19:40', '11.01.2021 10:15'),
      filedIn('court', 'districtCourt', '11.01.2021 11:00', '11.01.2021 12:10', 'rulings'),
      filedIn('special_reception_centre', 'shoqy', '11.01.2021 13:30', null, 'rulings'),
    ],
    events: [
      closedIn, filed('detention_protocol_drawn', '20:05', P), { ...filed('charged_admin', '21:00', P, 'article 488'), article: 'KoAP 488' },
      filed('brought_before_judge', '11.01.2021 11:00', 'rulings'),
      { ...filed('ruling_admin_arrest', '11.01.2021 12:10', 'rulings', '15 days'), article: 'KoAP 488', sanctionDays: 15 },
      filed('ruling_copy_served', '13.01.2021', 'rulings'),
    ],
  },
  {
    ...corner, key: 'aliya', person: 'aliya', outcome: 'let_out_of_cordon', periods: [atCorner('about 19:30')],
    events: [closedIn, saw('let_out_of_cordon', 'about 19:30', B)],
  },
  {
    ...corner, key: 'maxim', person: 'maxim', outcome: 'released_with_protocol',
    periods: [atCorner('около 19:30'), at92('about 22:30'), onPaper('19:40', '22:35')],
    events: [
      closedIn, filed('detention_protocol_drawn', '20:10', P), filed('copy_of_protocol_given', '22:30', P),
      saw('fingerprinted', 'about 21:00', 'hotline'), filed('released_pending', '22:35', P),
    ],
  },
  {
    ...corner, key: 'kamila', person: 'kamila', outcome: 'let_out_of_cordon', periods: [atCorner('about 18:00')],
    events: [closedIn, saw('let_out_of_cordon', 'about 18:00', B)],
  },
  {
    ...corner, key: 'daniyar', person: 'daniyar', outcome: 'released_after_talk',
    periods: [atCorner('about 19:30'), at92('between 21:00 and 21:30')],
    events: [
      closedIn, saw('warned', 'about 20:45', 'hotline'),
      saw('released_no_charge', 'between 21:00 and 21:30', 'hotline'),
    ],
  },
  {
    ...corner, key: 'zhanna', person: 'zhanna', outcome: 'let_out_of_cordon',
    periods: [atCorner('between 15:00 and 16:00')],
    events: [closedIn, saw('let_out_of_cordon', 'between 15:00 and 16:00', B)],
  },
  {
    ...corner, key: 'farrukh', person: 'farrukh', authority: 'police', ground: 'check of documents',
    outcome: 'released_with_certificate',
    description: 'Foreigner, closed in on his way to work. Spoke to nobody in his own language.',
    periods: [
      atCorner('about 19:30', 'between 12:00 and 12:30'), at92('11.01.2021 about 01:15'), onPaper('20:10', '23:05'),
    ],
    events: [
      saw('contained', 'between 12:00 and 12:30', B), filed('identity_checked', '20:15', P),
      filed('embassy_notified', '20:40', P, 'he says that nobody asked him'),
      filed('certificate_issued', '23:05', P), filed('released_no_charge', '23:05', P),
      saw('released_no_charge', '11.01.2021 about 01:15', 'hotline'),
    ],
  },
  {
    ...corner, key: 'olga', person: 'olga', outcome: 'let_out_of_cordon', periods: [atCorner('about 19:30')],
    events: [closedIn, saw('toilet_denied', 'afternoon', B), saw('let_out_of_cordon', 'about 19:30', B)],
  },
  {
    ...corner, key: 'serik', person: 'serik', ground: 'article 488', outcome: 'warned',
    periods: [atCorner('about 19:30'), at92('about 22:00'), onPaper('19:40', '22:10')],
    events: [
      closedIn, filed('detention_protocol_drawn', '20:20', P), filed('released_pending', '22:10', P),
      filed('ruling_warning', '19.01.2021', 'rulings'),
    ],
  },
  {
    ...corner, key: 'ainur', person: 'ainur', outcome: 'let_out_of_cordon',
    description: 'Paramedic; went into the ring to help and was not let out again.',
    periods: [atCorner('about 19:30', 'about 13:15')],
    events: [saw('contained', 'about 13:15', B), saw('let_out_of_cordon', 'about 19:30', B)],
  },
  {
    ...park, key: 'meiram', person: 'meiram', outcome: 'let_out_of_cordon', periods: [inPark('about 18:10')],
    events: [closedInPark, saw('identity_checked', 'about 17:30', C), saw('let_out_of_cordon', 'about 18:10', C)],
  },
  {
    ...park, key: 'laura', person: 'laura', outcome: 'let_out_of_cordon', periods: [inPark('18:10 шамасында')],
    events: [closedInPark, saw('let_out_of_cordon', '18:10 шамасында', C)],
  },
  {
    ...park, key: 'igor', person: 'igor', outcome: 'released_no_paper',
    periods: [
      inPark('about 17:00'),
      seenIn('in_transport', null, 'about 17:05', 'about 18:40', C, 'driven around and left at the edge of the city'),
    ],
    events: [
      closedInPark, { ...saw('ill_treatment_reported', 'about 17:05', C, 'pushed into the bus, struck on the shoulder'), method: 'beating' },
      saw('released', 'about 18:40', C),
    ],
  },
  {
    ...park, key: 'asel', person: 'asel', outcome: 'released_to_parents', description: 'Fifteen.',
    periods: [inPark('about 14:45')],
    events: [
      closedInPark, saw('relatives_notified', 'about 14:00', C, 'she rang herself'),
      saw('let_out_of_cordon', 'about 14:45', C, 'to her father'),
    ],
  },
  {
    ...park, key: 'eldar', person: 'eldar', outcome: 'let_out_of_cordon', periods: [inPark('about 18:10')],
    events: [closedInPark, saw('let_out_of_cordon', 'about 18:10', C)],
  },
  {
    ...park, key: 'nazgul', person: 'nazgul', outcome: 'let_out_of_cordon',
    periods: [inPark('between 17:50 and 18:10')],
    events: [closedInPark, saw('let_out_of_cordon', 'between 17:50 and 18:10', C)],
  },
  {
    ...park, key: 'abylai', person: 'abylai', outcome: 'unmapped', outcomeWords: '«отпустили, записали где-то»',
    periods: [inPark('about 18:10')], events: [closedInPark, saw('released', 'evening', 'hotline')],
  },
  {
    ...park, key: 'redJacket', person: 'redJacket', outcome: 'unknown', description: 'Known by his jacket only.',
    periods: [inPark('about 13:30')],
    events: [closedInPark, saw('transferred', 'about 13:30', C, 'led away; where to is not known')],
  },
];
