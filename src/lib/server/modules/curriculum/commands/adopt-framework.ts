import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import type { Told } from '../../../platform/db/in-batches.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { bringCurriculum } from '../curriculum.policy.ts';
import type { FrameworkId, StrandId } from '../curriculum.tables.ts';
import type { NewFramework } from '../framework.ts';
import {
	findAdopted,
	insertAssociations,
	insertFramework,
	insertLearnerStatements,
	insertOutcomes,
	insertStrands
} from '../framework.store.ts';
import { shareFramework } from '../shared-framework.store.ts';

/** What came of an adoption; ids are by the source's own ids and keys, those known before included. */
export interface Adopted {
	readonly frameworkId: FrameworkId;
	readonly outcomeIds: ReadonlyMap<string, OutcomeId>;
	readonly strandIds: ReadonlyMap<string, StrandId>;
	readonly added: number;
	readonly known: number;
}

/**
 * Takes a framework into the community under its own ids. Coming again it adds what is new and leaves what is there,
 * the community's own words included. Errors: `curriculum.not-found` for who may not.
 */
export async function adoptFramework(
	scope: Scope,
	framework: NewFramework,
	told?: Told
): Promise<Result<Adopted, Failure<'curriculum.not-found'>>> {
	if (!may(scope.actor, bringCurriculum)) return fail('curriculum.not-found');
	const before = await findAdopted(scope, framework.sourceId);
	const shared = await shareFramework(scope, framework);
	const frameworkId = before?.frameworkId ?? scope.newId<FrameworkId>();
	if (!before) await insertFramework(scope, frameworkId, shared.frameworkId, framework);
	const strandIds = await insertStrands(
		scope,
		frameworkId,
		framework.strands,
		before?.strandIds ?? new Map()
	);
	const known = before?.outcomeIds ?? new Map<string, OutcomeId>();
	const fresh = framework.outcomes.filter(({ sourceId }) => !known.has(sourceId));
	const place = { frameworkId, shared, strandIds, known };
	const outcomeIds = await insertOutcomes(scope, framework.outcomes, place, told);
	await insertLearnerStatements(scope, fresh, outcomeIds);
	await insertAssociations(scope, framework.associations, outcomeIds);
	await recordDecision(scope, {
		action: 'curriculum.adopt-framework',
		learnerId: null,
		object: { type: 'framework', id: frameworkId },
		changes: { outcomes: [known.size, known.size + fresh.length] }
	});
	const counts = { added: fresh.length, known: framework.outcomes.length - fresh.length };
	return ok({ frameworkId, outcomeIds, strandIds, ...counts });
}
