import type { Report } from '../diagnostics/index.ts';
import type { Indexes } from './indexes.ts';
import type { Placed, RosterTables } from './read-tables.ts';
import { placeOf, reportWrongKind, type Pointer } from './references.ts';
import type { RosterRelationship } from './roster-plan.ts';
import type { RowOf } from './tables.ts';

type UserRow = Placed<RowOf<'users'>>;

const FAMILY = ['guardian', 'parent', 'relative'] as const;
type FamilyRole = (typeof FAMILY)[number];

const familyRole = (user: UserRow): FamilyRole | undefined =>
	FAMILY.find((role) => role === user.role);

/**
 * Who is family of whom. Learner and adult may each name the other; both are merged into one.
 * Staff named as somebody's agent get no relationship from a file: it would open that learner's
 * plan to them, so a person has to say it.
 */
export function buildRelationships(
	tables: RosterTables,
	indexes: Indexes,
	report: Report
): readonly RosterRelationship[] {
	const found = new Map<string, RosterRelationship>();
	for (const user of tables.users.rows) {
		for (const id of user.agentSourcedIds) {
			const pointer = { from: 'users', row: user.row, field: 'agentSourcedIds' } as const;
			const agent = indexes.users.find(id, pointer);
			const relationship = agent && relate(user, agent, pointer, report);
			if (relationship) merge(found, relationship);
		}
	}
	return [...found.values()];
}

function relate(
	user: UserRow,
	agent: UserRow,
	pointer: Pointer,
	report: Report
): RosterRelationship | null {
	const [learner, adult] = user.role === 'student' ? [user, agent] : [agent, user];
	const kind = familyRole(adult);
	if (learner.role !== 'student' || adult.role === 'student') {
		const kinds = user.role === 'student' ? FAMILY : ['student'];
		reportWrongKind(pointer, 'users', kinds, report);
		return null;
	}
	if (kind === undefined) {
		report.add('import.roster.staff-as-family', placeOf(pointer), {
			kind: 'one-of',
			values: FAMILY
		});
		return null;
	}
	const listedBy = user === learner ? 'learner' : 'family';
	return { learnerId: learner.sourcedId, familyId: adult.sourcedId, kind, listedBy };
}

function merge(found: Map<string, RosterRelationship>, next: RosterRelationship): void {
	const key = JSON.stringify([next.learnerId, next.familyId]);
	const before = found.get(key);
	const both = before !== undefined && before.listedBy !== next.listedBy;
	if (before === undefined || both) found.set(key, both ? { ...next, listedBy: 'both' } : next);
}
