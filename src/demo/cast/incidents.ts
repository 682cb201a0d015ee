import { demoRegion as region, type CastIncident } from './types.js';

const theme = 'парламентские выборы';
const protest = {
  region, theme, permission: 'not_agreed', organiserKind: 'activist', organisations: ['morningSteppe'],
};
const ring = { ...protest, kind: 'containment', authority: 'rapid_response_unit', placeWords: null };
const probe = {
  kind: 'tax_probe', region, places: [], placeWords: null, end: null, theme: 'наблюдение на выборах',
  permission: 'not_needed', organiserKind: null,
  authority: 'tax_body', sources: ['taxNotices'], headCounts: [],
};

export const incidents: readonly CastIncident[] = [
  {
    ...protest, key: 'electionDay', kind: 'assembly', title: 'Протесты в день выборов, Алматы',
    places: ['qyran', 'aqqaiyn', 'zhuldyzai', 'tulpar'],
    placeWords: 'several places in the centre', start: '10.01.2021 morning', end: '10.01.2021 evening',
    authority: 'several',
    sources: ['nordlysStatement', 'herald', 'policeStatement', 'hotline'],
    description: 'Peaceful people gathered in small groups in four places. Sources differ on how many were held; each figure stays with its source.',
    headCounts: [
      { source: 'nordlysStatement', atLeast: 24, atMost: null, asSaid: 'dozens' },
      { source: 'herald', atLeast: 51, atMost: null, asSaid: 'more than fifty' },
      { source: 'policeStatement', atLeast: 14, atMost: 14, asSaid: '14 citizens were invited for a talk' },
    ],
  },
  {
    ...ring, key: 'ringQyran', title: 'Кольцо на площади Кыран', places: ['qyran'], start: 'between 10:30 and 11:15',
    end: 'between 20:30 and 20:45',
    sources: ['witnessA', 'videoQyran', 'nordlysStatement'],
    description: 'A closed circle of masked men, about minus four degrees, one song from a loudspeaker. Some were told that they could leave if they went home one by one.',
    headCounts: [{ source: 'witnessA', atLeast: 35, atMost: 45, asSaid: 'about 40' }],
  },
  {
    ...ring, key: 'ringAqqaiyn', title: 'Кольцо на перекрёстке улиц Аккайын и Булак', places: ['aqqaiyn'],
    start: 'about 11:30', end: 'about 19:30', sources: ['witnessB', 'hotline'],
    description: 'Watched from a window from beginning to end. Passers-by were closed in as well.',
    headCounts: [{ source: 'witnessB', atLeast: 15, atMost: 20, asSaid: 'fifteen, later nearer to twenty' }],
  },
  {
    ...ring, key: 'ringZhuldyzai', title: 'Кольцо в парке Жулдызай', places: ['zhuldyzai'],
    start: 'between 12:00 and 12:20', end: 'about 18:10', sources: ['witnessC'],
    description: 'The shortest of the four. People were let out one by one after their documents had been photographed.',
    headCounts: [{ source: 'witnessC', atLeast: 12, atMost: 12, asSaid: 'a dozen' }],
  },
  {
    ...ring, key: 'ringTulpar', title: 'Кольцо на бульваре Тулпар', places: ['tulpar'], start: '11:00',
    end: 'about 20:00', sources: ['witnessD', 'videoTulpar', 'herald'],
    description: 'Shown live for 41 minutes. Nobody was let to a toilet. Several were taken to station No. 93 afterwards.',
    headCounts: [{ source: 'witnessD', atLeast: 18, atMost: 22, asSaid: 'around twenty' }],
  },
  {
    key: 'observer9901', kind: 'observer_obstructed', title: 'Наблюдатель удалён с избирательного участка № 9901', region,
    places: ['polling9901'], placeWords: 'gym of a school',
    start: 'about 09:40', end: 'about 10:05', theme, permission: 'not_needed', organiserKind: 'none',
    authority: 'election_commission', organisations: ['openBox'],
    sources: ['openBoxReport', 'hotline'],
    description: 'The chair asked an accredited observer to stand where the box could not be seen, then called the police.',
    headCounts: [],
  },
  {
    key: 'picketCourt', kind: 'single_picket', title: 'Одиночный пикет у административного суда', region,
    places: ['adminCourt'], placeWords: 'steps of the court',
    start: '11.01.2021 about 12:30', end: '11.01.2021 about 12:45', theme: 'аресты после выборов',
    permission: 'not_agreed', organiserKind: 'single_person',
    authority: 'police', organisations: [], sources: ['herald'],
    description: 'A student with a sheet of paper; a reporter beside him was taken too.',
    headCounts: [{ source: 'herald', atLeast: 2, atMost: 2, asSaid: 'the student and our reporter' }],
  },
  {
    ...probe, key: 'taxFairCount', title: 'Налоговая проверка «Әділ санақ»', start: 'November 2020',
    organisations: ['fairCount'],
    description: 'Audit of foreign funding of four years. Only the month is known.',
  },
  {
    ...probe, key: 'taxOpenBox', title: 'Налоговая проверка «Ашық жәшік»', start: 'December 2020', organisations: ['openBox'],
    description: 'Opened weeks before the election; accounts were asked for within three days.',
  },
  {
    ...probe, key: 'taxLitWindow', title: 'Налоговая проверка «Жарық терезе»', start: 'November - December 2020',
    organisations: ['litWindow'],
    description: 'The letter is dated December; a call came in November. Which of them began it is not clear.',
  },
];
