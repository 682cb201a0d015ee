export { HOME_TEAM, systemActor, type Actor, type Language, type RequestMark, type Role } from './actor.js';
