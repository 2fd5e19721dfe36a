import * as v from 'valibot';
import { problemSchema, type OatutorProblem } from './problem.ts';

/** True when a problem holds places to be filled. */
export const isTemplate = (problem: OatutorProblem): boolean =>
	/@\{\w+\}/u.test(JSON.stringify(problem));

/**
 * Fills a template with the first value of each name. The values of one problem belong together by their place in
 * the lists, so taking the first of each is one consistent problem.
 */
export function fillTemplate(problem: OatutorProblem): OatutorProblem {
	const values = {
		...problem.variabilization,
		...Object.assign({}, ...problem.steps.map((step) => step.variabilization ?? {}))
	};
	const known = v.parse(v.record(v.string(), v.array(v.string())), values);
	const fill = (text: string) =>
		text.replaceAll(/@\{(\w+)\}/gu, (place, name: string) => known[name]?.[0] ?? place);
	const filled: unknown = JSON.parse(JSON.stringify(problem), (_, value: unknown) =>
		typeof value === 'string' ? fill(value) : value
	);
	return v.parse(problemSchema, filled);
}
