export { Place } from './place.entity.js';
export { placeKind } from './place.kind.js';
export { isRegion, regionLabel, regionNamed, regionOf, regions, zoneOfRegion, type Region } from './regions.js';
