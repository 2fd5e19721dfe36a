import {
	administer,
	insertContacts,
	insertEquityAttributes,
	insertGroupMembers,
	insertGroups,
	insertMemberships,
	insertPeople,
	insertRelationships,
	readRosterKeys
} from '#lib/server/modules/people/index.ts';
import {
	insertSites,
	insertTerms,
	noteCommunitySource,
	readSchoolSources
} from '#lib/server/modules/school/index.ts';
import { may, type Scope } from '#lib/server/platform/access/index.ts';
import { recordDecision } from '#lib/server/platform/audit/index.ts';
import {
	claimUsername,
	findTakenUsernames,
	insertAccounts,
	usernameStem
} from '#lib/server/platform/auth/index.ts';
import { inBatches, type Told } from '#lib/server/platform/db/in-batches.ts';
import { announce } from '#lib/server/platform/events/index.ts';
import type { Uuid } from '#lib/server/platform/ids.ts';
import { fail, ok, type Failure, type Result } from '#lib/server/platform/result.ts';
import type { RosterPlan } from '../oneroster/index.ts';
import { rosterRows, type RosterRows } from './roster-rows.ts';

export interface RosterSettings {
	readonly importId: Uuid;
	/** For new sites of a community that has none: rosters do not say. */
	readonly timeZone: string;
	readonly locale: string;
	readonly told: Told;
}

/** What an import brought: new people (or outcomes, items, lessons), and how many were here before. */
export interface Applied {
	readonly added: number;
	readonly known: number;
}

/** Everybody who may sign in gets a username and no password: the school hands out cards or codes later. */
async function openAccounts(scope: Scope, signIns: RosterRows['signIns']): Promise<void> {
	const stems = signIns.map(({ wish }) => usernameStem(wish));
	const taken = await findTakenUsernames(scope.tx, [...stems, 'person']);
	const accounts = signIns.map(({ personId, email }, n) => ({
		communityId: scope.communityId,
		personId,
		username: claimUsername(stems[n] ?? '', taken),
		contactEmail: email,
		passwordHash: null
	}));
	await inBatches(accounts, 12, (batch) => insertAccounts(scope.tx, batch, scope.now));
}

async function insertRoster(scope: Scope, rows: RosterRows, told: Told): Promise<void> {
	const step = async (count: number, insert: Promise<unknown>) => {
		await insert;
		await told(count);
	};
	await insertSites(scope, rows.sites);
	await insertTerms(scope, rows.terms);
	await step(rows.people.length, insertPeople(scope, rows.people));
	await step(rows.contacts.length, insertContacts(scope, rows.contacts));
	await step(rows.memberships.length, insertMemberships(scope, rows.memberships));
	await step(rows.groups.length, insertGroups(scope, rows.groups));
	await step(rows.members.length, insertGroupMembers(scope, rows.members));
	await step(rows.relationships.length, insertRelationships(scope, rows.relationships));
	await step(rows.equity.length, insertEquityAttributes(scope, rows.equity));
	await step(rows.signIns.length, openAccounts(scope, rows.signIns));
}

/**
 * Brings a roster into the community: schools, terms, people, classes, who teaches and who is family, and accounts
 * without passwords. Coming again it adds what is new; nothing is doubled or taken away.
 * Errors: `people.not-found` for who may not.
 */
export async function applyRoster(
	scope: Scope,
	plan: RosterPlan,
	settings: RosterSettings
): Promise<Result<Applied, Failure<'people.not-found'>>> {
	if (!may(scope.actor, administer)) return fail('people.not-found');
	const school = await readSchoolSources(scope);
	const keys = await readRosterKeys(scope);
	const rows = rosterRows(plan, {
		school,
		keys,
		timeZone: school.timeZone ?? settings.timeZone,
		locale: settings.locale,
		now: scope.now,
		newId: () => scope.newId()
	});
	if (plan.community) await noteCommunitySource(scope, plan.community.id);
	await insertRoster(scope, rows, settings.told);
	const known = plan.people.length - rows.people.length;
	await recordDecision(scope, {
		action: 'people.import-roster',
		learnerId: null,
		object: { type: 'import', id: settings.importId },
		changes: { people: [known, plan.people.length] }
	});
	await announce(scope, 'people.roster-imported', { importId: settings.importId });
	return ok({ added: rows.people.length, known });
}
