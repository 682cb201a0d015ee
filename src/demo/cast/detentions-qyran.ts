import { filed, filedIn, reported, reportedIn, saw, seenIn } from './said.js';
import type { CastDetention, CastPeriod } from './types.js';

const ring = { incident: 'ringQyran', kind: 'containment', authority: 'rapid_response_unit', ground: 'none given' };
const began = 'between 10:30 and 11:15';
const ended = 'between 20:30 and 20:45';
const A = 'witnessA';
const P = 'protocol91';

const inRing = (end: string, source = A): CastPeriod => seenIn('street_containment', 'qyran', began, end, source);
const contained = saw('contained', began, `${A} + hotline`);
const driven = seenIn('in_transport', null, 'between 20:45 and 20:50', 'between 21:05 and 21:15', 'hotline');
const atStation = (end: string): CastPeriod => seenIn(
  'police_station', 'station91', 'between 21:05 and 21:15', end, 'hotline',
);
/** The papers know nothing of the day on the square: they begin with the delivery. */
const onPaper = (start: string, end: string): CastPeriod => filedIn('police_station', 'station91', start, end, P);

export const detentionsOfQyran: readonly CastDetention[] = [
  {
    ...ring, key: 'aidos', person: 'aidos', ground: '"participation in an unlawful assembly", said at the station',
    outcome: 'released_with_protocol', circumstances: { special_ground: 'no', foreigner: 'no' },
    description: 'Staff of a partner. Ten hours by what people saw, under three by the protocol.',
    periods: [
      inRing(ended), driven, atStation('between 23:40 and 23:55'), onPaper('20:55', '23:50'),
      reportedIn('street_containment', 'qyran', 'about 11:00', 'about 20:00', 'herald'),
    ],
    events: [
      contained, saw('lawyer_requested', 'about 21:20', 'hotline'),
      saw('lawyer_denied', '21:40', 'hotline', 'told to come in the morning'),
      filed('detention_protocol_drawn', '21:30', P),
      filed('rights_explained', '21:30', P), saw('refused_to_sign', 'about 21:45', 'hotline'),
      { ...filed('charged_admin', '23:10', P, 'article 488'), article: 'KoAP 488' },
      saw('released_pending', 'between 23:40 and 23:55', 'hotline'), filed('released_pending', '23:50', P),
    ],
  },
  {
    ...ring, key: 'madina', person: 'madina', outcome: 'released_after_talk',
    description: 'Showed her press card twice.',
    periods: [inRing('около 14:30'), reportedIn('street_containment', 'qyran', 'about 10:50', '14:40', 'herald')],
    events: [
      contained, saw('phone_taken', 'about 12:00', A, 'given back an hour later'),
      saw('let_out_of_cordon', 'около 14:30', A), reported('let_out_of_cordon', '14:40', 'herald'),
    ],
  },
  {
    ...ring, key: 'zarina', person: 'zarina', outcome: 'released_to_hospital',
    description: 'Went to the hospital by herself; was not guarded there.',
    periods: [inRing('between 15:20 and 15:40')],
    events: [
      contained, saw('medical_requested', 'about 13:00', A),
      saw('medical_refused', 'about 13:10', A, '"sit down if you are tired"'),
      saw('let_out_of_cordon', 'between 15:20 and 15:40', A),
      filed('medical_exam_done', '16:35', 'medicalPaper', null, 'hospital99'),
      filed('injury_recorded', '16:35', 'medicalPaper', 'frostbite of the toes, first degree'),
    ],
  },
  {
    ...ring, key: 'alikhan', person: 'alikhan', outcome: 'released_to_parents',
    description: 'Sixteen, on his way home from training.',
    periods: [inRing(ended), driven, atStation('about 22:45'), onPaper('21:00', '22:20')],
    events: [
      contained, saw('relatives_notified', '21:30', 'motherOfAlikhan', 'not by the police: she found him herself'),
      filed('relatives_notified', '21:10', P),
      filed('detention_protocol_drawn', '21:15', P), saw('released_no_charge', 'about 22:45', 'motherOfAlikhan'),
      filed('released_no_charge', '22:20', P),
    ],
  },
  {
    ...ring, key: 'nurlan', person: 'nurlan', outcome: 'let_out_of_cordon', periods: [inRing('20:30')],
    events: [
      contained, saw('identity_checked', 'afternoon', A), saw('toilet_denied', '10.01.2021', A),
      saw('let_out_of_cordon', '20:30', A),
    ],
  },
  {
    ...ring, key: 'svetlana', person: 'svetlana', outcome: 'let_out_of_cordon', periods: [inRing('about 16:50')],
    events: [
      contained, saw('medical_requested', 'about 15:00', A, 'asked for her inhaler'),
      saw('let_out_of_cordon', 'about 16:50', A, 'on agreeing to go home alone'),
    ],
  },
  {
    ...ring, key: 'askhat', person: 'askhat', ground: 'article 488, repeated within a year',
    outcome: 'administrative_arrest', outcomeWords: '10 суток ареста',
    periods: [
      inRing(ended), driven,
      seenIn('police_station', 'station91', 'between 21:05 and 21:15', '11.01.2021 about 09:30', 'hotline'),
      onPaper('20:55', '11.01.2021 09:40'),
      filedIn('court', 'adminCourt', '11.01.2021 10:00', '11.01.2021 11:20', 'rulings'),
      filedIn(
        'special_reception_centre', 'shoqy', '11.01.2021 12:40', '20.01.2021 20:55', 'rulings',
        'the night at the station is counted in',
      ),
    ],
    events: [
      contained, filed('detention_protocol_drawn', '21:40', P), saw('lawyer_requested', 'about 21:20', 'hotline'),
      { ...filed('charged_admin', '22:50', P, 'article 488'), article: 'KoAP 488' },
      filed('brought_before_judge', '11.01.2021 10:00', 'rulings', 'by video'),
      saw('lawyer_admitted', '11.01.2021 10:05', 'lawyerNote'),
      { ...filed('ruling_admin_arrest', '11.01.2021 11:20', 'rulings', '10 days'), article: 'KoAP 488', sanctionDays: 10 },
      filed('ruling_copy_served', '12.01.2021', 'rulings'), filed('appeal_lodged', '13.01.2021', 'rulings'),
      filed('released_end_of_term', '20.01.2021 20:55', 'rulings'),
    ],
  },
  {
    ...ring, key: 'botagoz', person: 'botagoz', outcome: 'let_out_of_cordon',
    periods: [inRing('between 14:00 and 14:20')],
    events: [contained, saw('let_out_of_cordon', 'between 14:00 and 14:20', A, 'her child was alone at home')],
  },
  {
    ...ring, key: 'viktor', person: 'viktor', outcome: 'unknown',
    description: 'Last seen in the ring; nobody saw him leave, his telephone does not answer.',
    periods: [inRing('after 18:00')], events: [contained],
  },
  {
    ...ring, key: 'dinara', person: 'dinara', outcome: 'let_out_of_cordon',
    periods: [inRing('20:30-дан 20:45-ке дейін')],
    events: [
      contained, saw('food_water_denied', 'afternoon', A), saw('let_out_of_cordon', '20:30-дан 20:45-ке дейін', A),
    ],
  },
  {
    ...ring, key: 'yerbol', person: 'yerbol', ground: 'article 488', outcome: 'fined', outcomeWords: 'штраф 20 МРП',
    periods: [inRing(ended), driven, atStation('between 23:30 and 23:45'), onPaper('20:55', '23:35')],
    events: [
      contained, filed('detention_protocol_drawn', '21:50', P), { ...filed('charged_admin', '22:30', P, 'article 488'), article: 'KoAP 488' },
      saw('released_pending', 'between 23:30 and 23:45', 'hotline'),
      { ...filed('ruling_fine', '18.01.2021', 'rulings', '20 monthly calculation indices'), article: 'KoAP 488', fineAmount: 20, fineUnit: 'kz_mci' },
    ],
  },
  {
    ...ring, key: 'gulmira', person: 'gulmira', outcome: 'released_no_paper',
    periods: [inRing(ended), driven, atStation('11.01.2021 about 00:20')],
    events: [contained, saw('released', '11.01.2021 about 00:20', 'hotline', 'no paper of any kind')],
  },
  {
    ...ring, key: 'ruslan', person: 'ruslan', outcome: 'let_out_of_cordon',
    description: 'Was delivering food and could not get out.', periods: [inRing('about 13:00')],
    events: [contained, saw('let_out_of_cordon', 'about 13:00', A)],
  },
  {
    ...ring, key: 'saltanat', person: 'saltanat', outcome: 'released_with_summons',
    periods: [inRing(ended), driven, atStation('about 23:15'), onPaper('21:00', '23:00')],
    events: [
      contained, saw('interrogated', 'between 21:45 and 22:40', 'hotline', 'without a lawyer'),
      filed('summoned', '23:00', P, 'for 14 January'), saw('released_pending', 'about 23:15', 'hotline'),
    ],
  },
  {
    ...ring, key: 'kuanysh', person: 'kuanysh', outcome: 'let_out_of_cordon', periods: [inRing('about 17:30')],
    events: [
      contained, saw('warmth_denied', 'afternoon', A),
      saw('let_out_of_cordon', 'about 17:30', A, 'others carried him to a bench'),
    ],
  },
  {
    ...ring, key: 'temirlan', person: 'temirlan', kind: 'unacknowledged', authority: 'plain_clothes',
    outcome: 'whereabouts_unknown',
    description: 'Let out of the ring and put into a car without plates. The stations say that they do not have him.',
    periods: [
      inRing('about 19:00'), seenIn('in_transport', null, 'about 19:05', null, 'witnessCar', 'car without plates'),
    ],
    events: [
      contained, saw('containment_ended', 'about 19:00', A),
      saw('apprehended', 'about 19:05', 'witnessCar', 'two men in plain clothes'),
      saw('whereabouts_unknown', '11.01.2021 21:00', 'hotline'),
    ],
  },
  {
    ...ring, key: 'ringOfForty', person: null, outcome: 'unknown', countedAtLeast: 35, countedAtMost: 45,
    unnamed: 'about 40 in the ring, the sixteen with names among them',
    periods: [inRing(ended)], events: [contained, saw('containment_ended', ended, A)],
  },
];
