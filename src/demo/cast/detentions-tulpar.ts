import { filed, filedIn, reported, reportedIn, saw, seenIn } from './said.js';
import type { CastDetention, CastPeriod } from './types.js';

const boulevard = {
  incident: 'ringTulpar', kind: 'containment', authority: 'rapid_response_unit', ground: 'none given',
};
const D = 'witnessD';
const P = 'protocol93';

const inRing = (end: string, source = D): CastPeriod => seenIn('street_containment', 'tulpar', '11:00', end, source);
const inPress = reportedIn('street_containment', 'tulpar', 'about 11:00', 'about 20:00', 'herald', '"nine hours"');
const contained = saw('contained', '11:00', 'videoTulpar');
const driven = seenIn('in_transport', null, 'about 20:05', 'about 20:20', 'lawyerNote');
const at93 = (end: string): CastPeriod => seenIn('police_station', 'station93', 'about 20:20', end, 'lawyerNote');
const onPaper = (start: string, end: string): CastPeriod => filedIn('police_station', 'station93', start, end, P);
const kept = saw('lawyer_denied', '20:50', 'lawyerNote', 'refusal not given in writing');
const letIn = saw('lawyer_admitted', '22:35', 'lawyerNote');

export const detentionsOfTulparAndElsewhere: readonly CastDetention[] = [
  {
    ...boulevard, key: 'kairat', person: 'kairat', ground: 'article 488, organiser', outcome: 'administrative_arrest',
    outcomeWords: '15 суток ареста',
    description: 'Speaker of the movement. Protocol says that he was delivered at 20:20; the video shows him in the ring at 11:02.',
    periods: [
      inRing('about 20:00'), inPress, driven, at93('11.01.2021 about 09:00'), onPaper('20:20', '11.01.2021 09:10'),
      filedIn('court', 'adminCourt', '11.01.2021 11:40', '11.01.2021 12:25', 'rulings'),
      filedIn('special_reception_centre', 'shoqy', '11.01.2021 14:00', '25.01.2021 20:20', 'rulings'),
    ],
    events: [
      contained, saw('medical_requested', 'about 16:00', D, 'insulin'), saw('lawyer_requested', '20:25', 'lawyerNote'),
      kept, filed('detention_protocol_drawn', '22:10', P), letIn,
      saw('lawyer_private_meeting', 'between 22:35 and 22:50', 'lawyerNote'), filed('medical_exam_done', '23:00', P),
      filed('brought_before_judge', '11.01.2021 11:40', 'rulings'),
      { ...filed('ruling_admin_arrest', '11.01.2021 12:25', 'rulings', '15 days'), article: 'KoAP 488', sanctionDays: 15 },
      filed('appeal_lodged', '14.01.2021', 'rulings'), filed('appeal_decided', '15.01.2021', 'rulings', 'upheld'),
      filed('released_end_of_term', '25.01.2021 20:20', 'rulings'),
    ],
  },
  {
    ...boulevard, key: 'togzhan', person: 'togzhan', outcome: 'let_out_of_cordon',
    periods: [inRing('about 20:00'), inPress],
    events: [contained, saw('toilet_denied', 'afternoon', D), saw('let_out_of_cordon', 'about 20:00', D)],
  },
  {
    ...boulevard, key: 'andrei', person: 'andrei', outcome: 'released_after_talk',
    description: 'Filmed until his telephone was taken.',
    periods: [
      inRing('about 11:55', 'videoTulpar'), seenIn('police_station', 'station93', 'about 12:20', 'about 15:30', D),
      onPaper('12:45', '15:20'),
    ],
    events: [
      contained, saw('phone_taken', '11:51', 'videoTulpar'), filed('certificate_issued', '15:20', P),
      filed('released_no_charge', '15:20', P), saw('released_no_charge', 'about 15:30', D),
    ],
  },
  {
    ...boulevard, key: 'raushan', person: 'raushan', outcome: 'let_out_of_cordon',
    periods: [inRing('between 16:00 and 17:00')],
    events: [contained, saw('let_out_of_cordon', 'between 16:00 and 17:00', D)],
  },
  {
    ...boulevard, key: 'sanzhar', person: 'sanzhar', outcome: 'released_with_protocol',
    periods: [inRing('about 20:00'), driven, at93('about 23:20'), onPaper('20:20', '23:15')],
    events: [
      contained, saw('relatives_notified', 'about 21:10', 'lawyerNote', 'by the lawyer'),
      filed('detention_protocol_drawn', '22:40', P), letIn, filed('released_pending', '23:15', P),
    ],
  },
  {
    ...boulevard, key: 'indira', person: 'indira', outcome: 'let_out_of_cordon', periods: [inRing('до полудня')],
    events: [contained, saw('let_out_of_cordon', 'до полудня', D, 'said that she had a small child')],
  },
  {
    ...boulevard, key: 'arman', person: 'arman', ground: 'article 488', outcome: 'fined', outcomeWords: 'штраф',
    description: 'Had parked his taxi.',
    periods: [inRing('about 20:00'), inPress, driven, at93('between 23:00 and 23:30'), onPaper('20:20', '23:00')],
    events: [
      contained, kept, filed('detention_protocol_drawn', '22:20', P), filed('released_pending', '23:00', P),
      filed('ruling_fine', '21.01.2021', 'rulings'),
    ],
  },
  {
    ...boulevard, key: 'yana', person: 'yana', outcome: 'released_with_certificate',
    periods: [inRing('about 20:00'), driven, at93('about 22:50'), onPaper('20:25', '22:40')],
    events: [
      contained, kept, filed('certificate_issued', '22:40', P), filed('released_no_charge', '22:40', P),
      saw('released_no_charge', 'about 22:50', 'lawyerNote'),
    ],
  },
  {
    ...boulevard, key: 'zhandos', person: 'zhandos', outcome: 'let_out_of_cordon', periods: [inRing('about 20:00')],
    events: [contained, reported('let_out_of_cordon', 'about 20:00', 'herald')],
  },
  {
    key: 'assem', person: 'assem', incident: 'observer9901', kind: 'delivery_only', authority: 'police',
    ground: '"disturbing the work of the commission"', outcome: 'released_no_paper',
    description: 'Accredited observer. Taken out of the polling station and kept at station No. 92 until the count was over.',
    periods: [
      seenIn('in_transport', null, 'about 10:05', 'about 10:20', 'hotline'),
      seenIn('police_station', 'station92', 'about 10:20', 'after 20:00', 'openBoxReport'),
    ],
    events: [
      saw('observer_obstructed', 'about 09:40', 'openBoxReport', 'asked to stand where the box could not be seen'),
      saw('apprehended', 'about 10:05', 'hotline'),
      saw('lawyer_requested', 'about 10:40', 'hotline'),
      saw('released', 'after 20:00', 'openBoxReport', 'after the count'),
    ],
  },
  {
    key: 'darkhan', person: 'darkhan', incident: 'picketCourt', kind: 'administrative', authority: 'police',
    ground: 'article 488', outcome: 'released_with_protocol',
    periods: [
      seenIn('police_station', 'station93', '11.01.2021 about 13:00', '11.01.2021 about 15:50', 'hotline'),
      filedIn('police_station', 'station93', '11.01.2021 13:10', '11.01.2021 15:45', 'protocol93'),
    ],
    events: [
      reported('apprehended', '11.01.2021 about 12:45', 'herald'),
      filed('detention_protocol_drawn', '11.01.2021 13:40', 'protocol93'),
      filed('released_pending', '11.01.2021 15:45', 'protocol93'),
    ],
  },
  {
    key: 'madinaAtCourt', person: 'madina', incident: 'picketCourt', kind: 'delivery_only', authority: 'police',
    ground: 'check of the press card', outcome: 'released_no_paper',
    description: 'The second time in two days.',
    periods: [seenIn('police_station', 'station93', '11.01.2021 about 13:00', '11.01.2021 about 13:50', 'hotline')],
    events: [
      reported('apprehended', '11.01.2021 about 12:45', 'herald'),
      saw('released_no_charge', '11.01.2021 about 13:50', 'hotline'),
    ],
  },
];
