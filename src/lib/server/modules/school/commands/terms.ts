import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { dayField, idField, tickField, wordsField } from '../../../platform/http/fields.ts';
import type { SiteId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import {
	deleteTerm,
	listSiteTerms,
	lockSite,
	lockTerm,
	updateTerm,
	type TermView
} from '../calendar.store.ts';
import { changeSchool } from '../school.policy.ts';
import { insertTerms } from '../school.store.ts';

export const saveTermInput = v.object({
	/** Comes with the form: sent again, it changes the same term. */
	termId: idField<Uuid>(),
	siteId: idField<SiteId>(),
	name: wordsField(100),
	startsOn: dayField(),
	endsOn: dayField(),
	/** A new one holds for every site. */
	everySite: tickField()
});
export type SaveTermInput = v.InferOutput<typeof saveTermInput>;

type TermFailure = Failure<'school.not-found' | 'school.ends-first' | 'school.terms-overlap'>;

/** A new term of a site, or new words and days for one that is there; a term of all sites stays one. */
export async function saveTerm(
	scope: Scope,
	{ siteId, everySite, ...term }: SaveTermInput
): Promise<Result<{ readonly termId: Uuid }, TermFailure>> {
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const known = await lockTerm(scope, term.termId);
	if (known && known.siteId !== null && known.siteId !== siteId) return fail('school.not-found');
	if (term.endsOn < term.startsOn) return fail('school.ends-first', 'endsOn');
	const others = await listSiteTerms(scope, siteId, term.startsOn);
	if (others.some((other) => clashes(other, term))) return fail('school.terms-overlap', 'startsOn');
	if (known) await updateTerm(scope, term);
	else
		await insertTerms(scope, [
			{ ...term, siteId: everySite ? null : siteId, kind: 'term', sourceId: null }
		]);
	await recordDecision(scope, {
		action: 'school.save-term',
		learnerId: null,
		object: { type: 'term', id: term.termId },
		changes: {
			startsOn: [known?.startsOn ?? null, term.startsOn],
			endsOn: [known?.endsOn ?? null, term.endsOn]
		}
	});
	return ok({ termId: term.termId });
}

const clashes = (other: TermView, term: Omit<SaveTermInput, 'siteId' | 'everySite'>): boolean =>
	other.kind === 'term' &&
	other.termId !== term.termId &&
	other.startsOn <= term.endsOn &&
	term.startsOn <= other.endsOn;

export const removeTermInput = v.object({ termId: idField<Uuid>(), siteId: idField<SiteId>() });

/** Takes a term away; removing one that is gone is no failure. Its form comes back filled in, as the way back. */
export async function removeTerm(
	scope: Scope,
	{ termId, siteId }: v.InferOutput<typeof removeTermInput>
): Promise<Result<{ readonly removed: TermView | null }, Failure<'school.not-found'>>> {
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const known = await lockTerm(scope, termId);
	if (!known) return ok({ removed: null });
	if (known.siteId !== null && known.siteId !== siteId) return fail('school.not-found');
	await deleteTerm(scope, termId);
	await recordDecision(scope, {
		action: 'school.remove-term',
		learnerId: null,
		object: { type: 'term', id: termId },
		changes: { startsOn: [known.startsOn, null], endsOn: [known.endsOn, null] }
	});
	return ok({ removed: known });
}
