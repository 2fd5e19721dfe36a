import type { AgeBand, Scope } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { Uuid } from '../../platform/ids.ts';
import type { CurriculumTables, StrandId } from './curriculum.tables.ts';

/** What every learner of a band is owed in a strand, each term or year. */
export interface NewEntitlementRule {
	readonly strandId: StrandId;
	readonly band: AgeBand;
	readonly per: 'term' | 'year';
	readonly measure: 'minutes' | 'outcomes' | 'touches';
	/** At least so many of what is measured; above 0. */
	readonly least: number;
}

export const insertEntitlementRules = (
	scope: Scope,
	rules: readonly NewEntitlementRule[]
): Promise<void> =>
	inBatches(rules, 7, (batch) =>
		scope.tx
			.$extendTables<CurriculumTables>()
			.insertInto('entitlement_rule')
			.values(
				batch.map((rule) => ({
					community_id: scope.communityId,
					rule_id: scope.newId<Uuid>(),
					strand_id: rule.strandId,
					band: rule.band,
					per: rule.per,
					measure: rule.measure,
					least: rule.least
				}))
			)
			.execute()
	);
