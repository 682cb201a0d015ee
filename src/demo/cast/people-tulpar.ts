import { kin, kk, la, ru } from './said.js';
import { demoRegion as region, type CastPerson } from './types.js';

/** Who stood in the ring on Tulpar Boulevard, and those met elsewhere: observers, a picket. */
export const peopleOfTulparAndElsewhere: readonly CastPerson[] = [
  {
    key: 'kairat',
    names: [kk('Қайрат Сапарұлы Мәуітбай'), ru('Кайрат Сапарович Мауитбай', 'as_in_document'), la('Kairat Mauitbai')],
    sex: 'male', birth: '1972-02-28', region,
    occupation: 'engineer', roles: ['participant', 'organiser'], vulnerabilities: ['medical_need'],
    medicalNeed: 'Insulin twice a day.', phones: ['+7 700 000 01 26'],
    relatives: [kin('child', 'Аружан Мәуітбай', '+7 700 000 01 27')],
    affiliations: [{ organisation: 'morningSteppe', relation: 'head_of', role: 'speaker' }],
    sensitivity: 'Agrees to be named in public.',
  },
  {
    key: 'togzhan', names: [kk('Тоғжан Әмірқызы Бағдат'), ru('Тогжан Багдат')], sex: 'female', birth: '1994', region,
    occupation: 'marketing', roles: ['participant'], phones: ['+7 700 000 01 28'],
  },
  {
    key: 'andrei', names: [ru('Андрей Юрьевич Клёнов'), la('tulpar_live', 'handle')], sex: 'male', birth: '1991',
    region, occupation: 'video blogger', roles: ['blogger'],
    sensitivity: 'Known by his channel; the family name is not public.',
  },
  {
    key: 'raushan', names: [kk('Раушан Сейітқызы Өсербай'), ru('Раушан Осербай')], sex: 'female', birth: '1955', region,
    occupation: 'pensioner', roles: ['participant'], vulnerabilities: ['older_person'],
  },
  {
    key: 'sanzhar', names: [kk('Санжар Айбекұлы Төребай'), ru('Санжар Торебай')], sex: 'male', birth: '2002-12', region,
    occupation: 'student', roles: ['participant', 'student'],
  },
  {
    key: 'indira', names: [kk('Индира Жанатқызы Қалдыбай')], sex: 'female', birth: '1986', region,
    occupation: 'hairdresser', roles: ['participant'], vulnerabilities: ['parent_small_child'],
  },
  {
    key: 'arman', names: [kk('Арман Ғалымұлы Нұртас'), ru('Арман Нуртас')], sex: 'male', birth: '1980', region,
    occupation: 'taxi driver', roles: ['passer_by'], phones: ['+7 700 000 01 29'],
  },
  {
    key: 'yana', names: [ru('Яна Дмитриевна Сомова'), la('Yana Somova')], sex: 'female', birth: '1997', region,
    occupation: 'psychologist', roles: ['participant'],
  },
  {
    key: 'zhandos', names: [kk('Жандос Еркінұлы Мақат')], sex: 'male', birth: '1992', region, occupation: 'salesman',
    roles: ['participant'],
  },
  {
    key: 'assem', names: [kk('Әсем Бақытқызы Қайыпжан'), ru('Асем Кайыпжан'), la('Assem Qaiypzhan')], sex: 'female',
    birth: '1990', region, occupation: 'lecturer',
    roles: ['observer'], phones: ['+7 700 000 01 30'],
    affiliations: [
      { organisation: 'openBox', relation: 'observer_for', role: 'accredited observer, station No. 9901' },
    ],
    sensitivity: 'Agrees to be named to election monitors.',
  },
  {
    key: 'nurgul', names: [kk('Нұргүл Сағатқызы Оразәлі'), ru('Нургуль Оразали')], sex: 'female', birth: '1976', region,
    occupation: 'head of an organisation', roles: ['human_rights_defender'],
    phones: ['+7 700 000 01 31'], affiliations: [{ organisation: 'fairCount', relation: 'head_of', role: 'head' }],
    sensitivity: 'Not detained. Tax papers are confidential.',
  },
  {
    key: 'darkhan', names: [kk('Дархан Әуесханұлы Тымақ'), ru('Дархан Тымак')], sex: 'male', birth: '1999', region,
    occupation: 'student', roles: ['activist', 'student'], phones: ['+7 700 000 01 32'],
  },
];
