/** Door of the module `people`: persons, relationships, groups, settings, profiles. */
export { findSignedInPerson, type SignedInPerson } from './actor.store.ts';
export { ageBandOf, ageOfGrade, ageOn } from './age-band.ts';
export {
	audiences,
	profileKinds,
	type Audience,
	type PeopleTables,
	type PersonSettings,
	type ProfileKind
} from './people.tables.ts';
export { people as peopleMigration } from './migrations/0110-people.ts';
