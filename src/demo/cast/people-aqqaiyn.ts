import { kin, kk, la, ru, uz } from './said.js';
import { demoRegion as region, type CastPerson } from './types.js';

/** Who stood in the rings at the corner of Aqqaiyn Street and in Zhuldyzai Park. */
export const peopleOfAqqaiynAndZhuldyzai: readonly CastPerson[] = [
  {
    key: 'bauyrzhan', names: [kk('Бауыржан Қалиұлы Тілеген'), ru('Бауыржан Тилеген'), la('Bauyrzhan Tilegen')],
    sex: 'male', birth: '1991', region, occupation: 'baker',
    roles: ['participant', 'activist'], phones: ['+7 700 000 01 18'],
    relatives: [kin('spouse', 'Жібек Тілеген', '+7 700 000 01 19')],
  },
  {
    key: 'aliya', names: [kk('Әлия Нұрбекқызы Жантас'), ru('Алия Жантас')], sex: 'female', birth: '1993', region,
    occupation: 'designer', roles: ['participant'],
  },
  {
    key: 'maxim', names: [ru('Максим Олегович Ветров'), la('Maxim Vetrov')], sex: 'male', birth: '1989', region,
    occupation: 'programmer', roles: ['participant'], phones: ['+7 700 000 01 20'],
  },
  {
    key: 'kamila', names: [kk('Камила Рүстемқызы Өмірзақ'), ru('Камила Омирзак')], sex: 'female', birth: '2000', region,
    occupation: 'student', roles: ['participant', 'student'],
  },
  {
    key: 'daniyar', names: [kk('Данияр Болатұлы Есенкелді'), ru('Данияр Есенкелди')], sex: 'male', birth: '1984',
    region, occupation: 'builder', roles: ['participant'],
  },
  {
    key: 'zhanna', names: [kk('Жанна Сәрсенқызы Мұқат')], sex: 'female', birth: '197X', region, occupation: 'cook',
    roles: ['participant'],
  },
  {
    key: 'farrukh',
    names: [uz('Farrux Toshpoʻlatov'), ru('Фаррух Ташпулатов', 'as_in_document'), la('Farrukh Toshpulatov')],
    sex: 'male', birth: '1986-09-14', region,
    nationality: 'Uzbekistan', occupation: 'plasterer', roles: ['passer_by'],
    vulnerabilities: ['foreigner', 'language_barrier'], phones: ['+7 700 000 01 21'],
    sensitivity: 'Afraid of expulsion. The consulate is to be told only if he says so.',
  },
  {
    key: 'olga', names: [ru('Ольга Сергеевна Тимкина')], sex: 'female', birth: '1982', region, occupation: 'librarian',
    roles: ['participant'], phones: ['+7 700 000 01 22'],
  },
  {
    key: 'serik', names: [kk('Серік Әбдіұлы Қожанбет'), ru('Серик Кожанбет')], sex: 'male', birth: '1968', region,
    occupation: 'electrician', roles: ['participant'],
  },
  {
    key: 'ainur', names: [kk('Айнұр Талғатқызы Сарман'), la('Ainur Sarman')], sex: 'female', birth: '1996', region,
    occupation: 'paramedic', roles: ['medic', 'volunteer'], phones: ['+7 700 000 01 23'],
  },
  {
    key: 'meiram', names: [kk('Мейрам Қайратұлы Бөлек'), ru('Мейрам Болек')], sex: 'male', birth: '1987', region,
    occupation: 'geologist', roles: ['participant'],
  },
  {
    key: 'laura', names: [kk('Лаура Жомартқызы Тасболат')], sex: 'female', birth: '1999', region, occupation: 'student',
    roles: ['participant', 'student'],
  },
  {
    key: 'igor', names: [ru('Игорь Николаевич Свиридюк')], sex: 'male', birth: '1973', region, occupation: 'mechanic',
    roles: ['participant'],
  },
  {
    key: 'asel', names: [kk('Әсел Дәуренқызы Ниязбек')], sex: 'female', ageSaid: { years: 15, on: '2021-01-10' },
    region, occupation: 'school pupil', roles: ['participant', 'minor'],
    vulnerabilities: ['minor'], relatives: [kin('father', 'Дәурен Ниязбек', '+7 700 000 01 24')],
    sensitivity: 'Fifteen. Her father agreed to internal help only.',
  },
  {
    key: 'eldar', names: [kk('Елдар Мұратұлы Сапақ'), ru('Эльдар Сапак')], sex: 'male', birth: '1990', region,
    occupation: 'musician', roles: ['participant'],
  },
  {
    key: 'nazgul', names: [kk('Назгүл Бекенқызы Ырысбай'), ru('Назгуль Ырысбай')], sex: 'female', birth: '1981', region,
    occupation: 'seamstress', roles: ['participant'], phones: ['+7 700 000 01 25'],
  },
  {
    key: 'abylai', names: [kk('Абылай Ержанұлы Қыстаубай')], sex: 'male', birth: '1997', region,
    occupation: 'farm worker', roles: ['participant'],
  },
  {
    key: 'redJacket', names: [], sex: 'male', region, roles: ['unknown'],
    description: 'Boy or young man in a red jacket, spoke Kazakh, was led away from the park before the others.',
  },
];
