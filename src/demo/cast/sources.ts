import type { CastSource } from './types.js';

/** Who or what said it. Witnesses are protected: their label says where they stood, never who they are. */
const witness = (
  key: string,
  label: string,
  identity: string,
  contact: string | null,
  language: string,
  statement: string,
  reliability = 'likely',
): CastSource => ({
  key, kind: 'witness', reliability, protected: true, language, stated: '12.01.2021', label, identity, contact,
  statement, location: null,
});

const paper = (key: string, kind: string, label: string, location: string, stated: string, statement: string): CastSource => ({
  key,
  kind,
  reliability: 'unsure',
  protected: false,
  language: 'ru',
  stated,
  label,
  identity: null,
  contact: null,
  statement,
  location,
});

const published = (key: string, kind: string, label: string, location: string, stated: string, statement: string, language = 'en'): CastSource => ({
  ...paper(key, kind, label, location, stated, statement),
  reliability: 'likely',
  language,
});

export const sources: readonly CastSource[] = [
  witness('witnessA', 'Witness A, inside the ring on Qyran Square', 'Гүлназ Т.', '+7 700 000 03 01', 'kk',
    'Masked men closed the circle between half past ten and a quarter past eleven. We were let go after half past eight in the evening.'),
  witness('witnessB', 'Witness B, window above Aqqaiyn Street', 'Людмила П.', null, 'ru',
    'I counted them twice from the window: fifteen, later nearer to twenty. They stood about eight hours.'),
  witness(
    'witnessC', 'Witness C, Zhuldyzai Park', 'Ермек С.', '+7 700 000 03 03', 'kk',
    'It was six hours, perhaps a little less. They let us out one by one.',
  ),
  witness('witnessD', 'Witness D, Tulpar Boulevard', 'Алла К.', '+7 700 000 03 04', 'ru',
    'A loudspeaker played one and the same song. Nobody was let to a toilet.', 'unsure'),
  witness('witnessCar', 'Witness E, saw a car without plates', 'not written down', null, 'kk',
    'Two men in plain clothes put a young man in a grey hat into a car without plates. It drove north.', 'unsure'),
  {
    key: 'hotline', kind: 'hotline', reliability: 'likely', protected: true, language: 'ru', stated: '10.01.2021',
    label: 'Hotline log, 10 January',
    identity: 'callers on the sheet', contact: null, statement: '37 calls between 10:50 and 23:58.',
    location: 'log sheets 1-4',
  },
  {
    key: 'motherOfAlikhan', kind: 'relative', reliability: 'high', protected: true, language: 'kk',
    stated: '10.01.2021 21:30', label: 'Mother of a boy held on Qyran Square',
    identity: 'Раушангүл Дәулетияр', contact: '+7 700 000 01 41',
    statement: 'Nobody rang me. I found him by going from station to station.', location: null,
  },
  {
    key: 'lawyerNote', kind: 'lawyer', reliability: 'high', protected: true, language: 'ru', stated: '11.01.2021',
    label: "Lawyer's note, station No. 93",
    identity: 'adv. D., bar number withheld', contact: null,
    statement: 'Not let in from 20:50 until 22:35. Refusal not given in writing.', location: null,
  },
  paper(
    'protocol91', 'police_protocol', 'Protocols of station No. 91', 'nos. 0091-01 to 0091-06', '10.01.2021',
    'Delivered at 20:55; released within three hours.',
  ),
  paper(
    'protocol92', 'police_protocol', 'Protocols of station No. 92', 'nos. 0092-11 to 0092-14', '10.01.2021',
    'Delivered at 19:40.',
  ),
  paper(
    'protocol93', 'police_protocol', 'Protocols of station No. 93', 'nos. 0093-21 to 0093-25', '10.01.2021',
    'Delivered at 20:20.',
  ),
  paper(
    'rulings', 'court_document', 'Rulings of the administrative court', 'cases 3-9001 to 3-9004', '11.01.2021',
    'Arrest of 10 and 15 days, fines.',
  ),
  {
    ...paper(
      'medicalPaper', 'medical_document', 'Discharge paper, hospital No. 99', 'paper 99/0110', '11.01.2021',
      'Frostbite of the first degree.',
    ),
    reliability: 'high', protected: true,
  },
  paper(
    'policeStatement', 'official_statement', 'Statement of the city police', 'press service, 10 January',
    '10.01.2021 19:00', 'No one was detained; 14 citizens were invited for a talk.',
  ),
  {
    ...paper(
      'taxNotices', 'official_document', 'Notices of tax audits', 'three notices', 'December 2020',
      'Audits of foreign funding for 2017-2020.',
    ),
    reliability: 'high',
  },
  published(
    'videoQyran', 'video', 'Video, Qyran Square, 3 min 12 s', 'file qyran-1102.mp4', '10.01.2021 11:02',
    'A closed circle of masked men; a loudspeaker.', 'kk',
  ),
  published(
    'videoTulpar', 'video', 'Live video, Tulpar Boulevard, 41 min', 'file tulpar-live.mp4', '10.01.2021 11:10',
    'People ask whether they may leave; no answer.', 'ru',
  ),
  published(
    'herald', 'media', 'Bulaq Herald, 11 January', 'https://herald.example/2021/01/11/rings', '11.01.2021',
    'More than fifty people stood in four circles, some for nine hours.', 'ru',
  ),
  published('nordlysStatement', 'ngo_statement', 'Statement of the Nordlys Committee', 'https://nordlys.example/2021-01-13', '13.01.2021',
    'Dozens of peaceful protesters were held; some stood up to ten hours in an iron ring.'),
  published(
    'openBoxReport', 'ngo_statement', 'Report of the Open Box coalition', 'https://openbox.example/2021/report',
    '15.01.2021', 'Observers were sent out of 31 polling stations.', 'kk',
  ),
];
