import { kin, kk, la, ru } from './said.js';
import { demoRegion as region, type CastPerson } from './types.js';

/** Who stood in the ring on Qyran Square. */
export const peopleOfQyran: readonly CastPerson[] = [
  {
    key: 'aidos',
    names: [kk('Айдос Сәкенұлы Жұмағазин'), ru('Айдос Сакенович Жумагазин', 'as_in_document'), la('Aidos Zhumagazin')],
    sex: 'male', birth: '1988-03', region,
    occupation: 'programme coordinator', roles: ['participant', 'partner_staff', 'human_rights_defender'],
    phones: ['+7 700 000 01 01'],
    relatives: [kin('spouse', 'Әйгерім Жұмағазина', '+7 700 000 01 02')],
    affiliations: [{ organisation: 'litWindow', relation: 'employee_of', role: 'programme coordinator' }],
    sensitivity: 'May be named to partners, not in public. Ask again before every statement.',
  },
  {
    key: 'madina',
    names: [kk('Мәдина Ерғалиқызы Тоқсанбай'), ru('Мадина Токсанбай'), la('Madina Toqsanbai'), la('M. Bulaq', 'alias')],
    sex: 'female', birth: '1995-11-02', region,
    occupation: 'reporter', roles: ['journalist'], phones: ['+7 700 000 01 03'],
    affiliations: [{ organisation: 'bulaqHerald', relation: 'journalist_for', role: 'reporter' }],
    sensitivity: 'Agrees to be named in public as a journalist.',
  },
  {
    key: 'zarina', names: [kk('Зарина Қуанышқызы Бектемір'), ru('Зарина Бектемир')], sex: 'female', birth: '1992',
    region, occupation: 'nurse', roles: ['participant'],
    vulnerabilities: ['pregnant'], medicalNeed: 'Fifth month; asked for a warm place and water several times.',
    phones: ['+7 700 000 01 05'],
    relatives: [kin('spouse', 'Ілияс Бектемір', '+7 700 000 01 06')], sensitivity: 'Her employer must not learn of it.',
  },
  {
    key: 'alikhan', names: [kk('Әлихан Серікбайұлы Дәулетияр'), ru('Алихан Даулетияр'), la('Alikhan Dauletiyar')],
    sex: 'male', birth: '2004-05-19', region,
    occupation: 'school pupil', roles: ['passer_by', 'minor'], vulnerabilities: ['minor'],
    relatives: [kin('mother', 'Раушангүл Дәулетияр', '+7 700 000 01 41')],
    sensitivity: 'Sixteen. Only with his mother; never named, never in a photograph.',
  },
  {
    key: 'nurlan', names: [kk('Нұрлан Өтегенұлы Қасқырбай'), ru('Нурлан Каскырбай')], sex: 'male', birth: '1979',
    region, occupation: 'driver', roles: ['participant'], phones: ['+7 700 000 01 07'],
  },
  {
    key: 'svetlana', names: [ru('Светлана Викторовна Горелова'), la('Svetlana Gorelova')], sex: 'female',
    birth: '1961-08', region, occupation: 'teacher', roles: ['participant'],
    vulnerabilities: ['chronic_illness'], medicalNeed: 'Asthma, inhaler in the bag that was taken.',
    phones: ['+7 700 000 01 08'],
  },
  {
    key: 'askhat', names: [kk('Асхат Мырзабекұлы Тайшыман'), ru('Асхат Тайшыман'), la('Askhat Taishyman')], sex: 'male',
    birth: '1990', region, occupation: 'carpenter',
    roles: ['participant', 'activist'], phones: ['+7 700 000 01 09'],
    relatives: [kin('sibling', 'Мақсат Тайшыман', '+7 700 000 01 10')],
    affiliations: [{ organisation: 'morningSteppe', relation: 'supporter_of', role: null }],
    sensitivity: 'Agrees to legal action and to partners.',
  },
  {
    key: 'botagoz', names: [kk('Ботагөз Ізбасарқызы Құлмырза'), ru('Ботагоз Кулмырза')], sex: 'female', birth: '1985',
    region, occupation: 'shop assistant', roles: ['participant'],
    vulnerabilities: ['lone_parent', 'parent_small_child'],
    relatives: [kin('neighbour', 'Тётя Зина', '+7 700 000 01 12')],
  },
  {
    key: 'viktor', names: [ru('Виктор Павлович Лозовой')], sex: 'male', birth: '1957', region, occupation: 'pensioner',
    roles: ['participant'], vulnerabilities: ['older_person'],
  },
  {
    key: 'dinara', names: [kk('Динара Маратқызы Сыпатай'), la('Dinara Sypatai')], sex: 'female', birth: '1998', region,
    occupation: 'student', roles: ['participant', 'student'], phones: ['+7 700 000 01 13'],
  },
  {
    key: 'yerbol', names: [kk('Ербол Тұрсынұлы Ақтайлақ'), ru('Ербол Актайлак')], sex: 'male', birth: '1983', region,
    occupation: 'welder', roles: ['participant'], phones: ['+7 700 000 01 14'],
  },
  {
    key: 'gulmira', names: [kk('Гүлмира Оразқызы Шоңғал'), ru('Гульмира Шонгал')], sex: 'female', birth: '1970', region,
    occupation: 'accountant', roles: ['participant'],
  },
  {
    key: 'ruslan', names: [ru('Руслан Тимурович Абдрашин')], sex: 'male', ageSaid: { years: 26, on: '2021-01-10' },
    region, occupation: 'courier', roles: ['passer_by'],
    sensitivity: 'Wants help with the lost wages only. Not to be counted in any list by name.',
  },
  {
    key: 'saltanat', names: [kk('Салтанат Ғабитқызы Ермекбай'), ru('Салтанат Ермекбай'), la('Saltanat Yermekbai')],
    sex: 'female', birth: '1987-01', region, occupation: 'translator',
    roles: ['participant', 'organiser'], phones: ['+7 700 000 01 15'],
    affiliations: [{ organisation: 'morningSteppe', relation: 'member_of', role: null }],
  },
  {
    key: 'kuanysh', names: [kk('Қуаныш Жеңісұлы Байтас'), ru('Куаныш Байтас')], sex: 'male', birth: '1975', region,
    occupation: 'watchmaker', roles: ['participant'],
    vulnerabilities: ['disability'], medicalNeed: 'Walks with a crutch; could not sit down for hours.',
  },
  {
    key: 'temirlan', names: [kk('Темірлан Асқарұлы Құдайқұл'), ru('Темирлан Кудайкул'), la('Temirlan Qudaiqul')],
    sex: 'male', birth: '2001', region, occupation: 'student',
    roles: ['participant', 'student'], relatives: [kin('father', 'Асқар Құдайқұл', '+7 700 000 01 17')],
    description: 'Grey knitted hat, black down jacket, scar on the left brow.',
    sensitivity: 'Family asks that everybody who may help learns of him.',
  },
];
