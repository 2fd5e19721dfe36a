import type { AgeBand } from '../../platform/access/index.ts';
import type { DecisionKind } from '../../platform/audit/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { CommunityId, PersonId } from '../../platform/ids.ts';
import type { Rung } from './ladder.ts';

export type AgencyTables = {
	ladder_default: { community_id: CommunityId; band: AgeBand; kind: DecisionKind; rung: Rung };
	ladder_rung: {
		community_id: CommunityId;
		learner_id: PersonId;
		kind: DecisionKind;
		since: Date;
		rung: Rung;
		why: string;
		agreed_by: PersonId[];
		look_again_on: SchoolDay | null;
	};
};
