import {
	addItems,
	adoptFramework,
	findAdopted,
	findBankItems,
	suggestOutcomes
} from '#lib/server/modules/curriculum/index.ts';
import {
	addOpportunities,
	findSourceOpportunities
} from '#lib/server/modules/opportunities/index.ts';
import { readRosterKeys } from '#lib/server/modules/people/index.ts';
import type { Scope } from '#lib/server/platform/access/index.ts';
import type { Failure, Result } from '#lib/server/platform/result.ts';
import { frameworkImporter } from '../framework-importer.ts';
import type { ImportInput, ImportOptions, ImportOutcome, ImportSummary } from '../importer.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { itemsImporter, type ItemBankPlan } from '../items/index.ts';
import { oakLessonsImporter } from '../oak-lessons/index.ts';
import { oatutorImporter } from '../oatutor/index.ts';
import { rosterImporter } from '../roster-importer.ts';
import { applyRoster, type Applied, type RosterSettings } from './apply-roster.ts';
import { toNewFramework } from './framework-rows.ts';
import { toNewOpportunity } from './lesson-rows.ts';

export const importKinds = ['oneroster', 'case', 'items', 'oatutor', 'oak-lessons'] as const;
export type ImportKind = (typeof importKinds)[number];

export type ApplyFailure = Failure<
	'people.not-found' | 'curriculum.not-found' | 'opportunities.not-found'
>;

/** A plan ready to be applied, whatever it is of. */
export interface PreparedImport {
	/** How many rows `told` will be told of, near enough for a progress bar. */
	readonly rows: number;
	/** How many of its things are here already. */
	countKnown(scope: Scope): Promise<number>;
	/** Applies all of it in the scope's transaction. */
	apply(scope: Scope, settings: RosterSettings): Promise<Result<Applied, ApplyFailure>>;
}

export type Prepared =
	| {
			readonly ok: true;
			readonly summary: ImportSummary;
			readonly diagnostics: readonly Diagnostic[];
			readonly prepared: PreparedImport;
	  }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

function ready<Plan>(
	outcome: ImportOutcome<Plan>,
	prepare: (plan: Plan) => PreparedImport
): Prepared {
	if (!outcome.ok) return { ok: false, diagnostics: outcome.diagnostics };
	const { plan, summary, diagnostics } = outcome;
	return { ok: true, summary, diagnostics, prepared: prepare(plan) };
}

/** Topics and outcomes have changed: what is most like what is worked out again. */
async function withSuggestions<T, E extends Failure>(
	scope: Scope,
	change: Promise<Result<T, E>>
): Promise<Result<T, E>> {
	const result = await change;
	if (result.ok) await suggestOutcomes(scope);
	return result;
}

const known = (all: Iterable<string>, here: { has(id: string): boolean }) =>
	[...all].filter((id) => here.has(id)).length;

const prepareItems = (plan: ItemBankPlan): PreparedImport => ({
	rows: plan.items.length,
	countKnown: async (scope) =>
		known(
			plan.items.map(({ id }) => id),
			await findBankItems(scope, plan.bank)
		),
	apply: (scope, { told }) => withSuggestions(scope, addItems(scope, plan, told))
});

/** Reads a file of one kind to something that can be applied, or to all that is wrong with it. */
export async function prepareImport(
	kind: ImportKind,
	input: ImportInput,
	options: ImportOptions
): Promise<Prepared> {
	switch (kind) {
		case 'oneroster':
			return ready(await rosterImporter.parse(input, options), (plan) => ({
				rows: plan.people.length * 5 + plan.classes.length + plan.enrolments.length * 3,
				countKnown: async (scope) =>
					known(
						plan.people.map(({ id }) => id),
						(await readRosterKeys(scope)).people
					),
				apply: (scope, settings) => applyRoster(scope, plan, settings)
			}));
		case 'case':
			return ready(await frameworkImporter.parse(input, options), (plan) => ({
				rows: plan.items.length,
				countKnown: async (scope) =>
					known(
						plan.items.map(({ id }) => id),
						(await findAdopted(scope, plan.document.id))?.outcomeIds ?? new Map()
					),
				apply: (scope, { told }) =>
					withSuggestions(scope, adoptFramework(scope, toNewFramework(plan), told))
			}));
		case 'items':
			return ready(await itemsImporter.parse(input, options), prepareItems);
		case 'oatutor':
			return ready(await oatutorImporter.parse(input, options), prepareItems);
		case 'oak-lessons':
			return ready(await oakLessonsImporter.parse(input, options), ({ source, lessons }) => ({
				rows: lessons.length,
				countKnown: async (scope) =>
					known(
						lessons.map(({ sourceId }) => sourceId),
						await findSourceOpportunities(scope, source)
					),
				apply: (scope, { told }) => {
					const opportunities = lessons.map(toNewOpportunity);
					return withSuggestions(scope, addOpportunities(scope, { source, opportunities }, told));
				}
			}));
	}
}
