import * as v from 'valibot';

/** Texts that a template's `@{name}` is filled from. */
const template = v.record(v.string(), v.array(v.string()));

const hintBase = {
	id: v.string(),
	type: v.optional(v.string(), 'hint'),
	title: v.optional(v.string(), ''),
	text: v.optional(v.string(), ''),
	dependencies: v.optional(v.array(v.string()), []),
	hintAnswer: v.optional(v.array(v.string()), []),
	choices: v.optional(v.array(v.string()), [])
};
const subHint = v.object(hintBase);
const hint = v.object({ ...hintBase, subHints: v.optional(v.array(subHint), []) });

const step = v.object({
	id: v.string(),
	title: v.optional(v.string(), ''),
	body: v.optional(v.string(), ''),
	problemType: v.picklist(['TextBox', 'MultipleChoice']),
	answerType: v.picklist(['arithmetic', 'string']),
	answer: v.pipe(v.array(v.string()), v.minLength(1)),
	answerLatex: v.optional(v.string()),
	choices: v.optional(v.array(v.string()), []),
	skills: v.optional(v.array(v.string()), []),
	hints: v.optional(v.array(hint), []),
	variabilization: v.optional(template)
});

/** One line of `problems.jsonl`: a problem with its steps; fields that are not used here are ignored. */
export const problemSchema = v.object({
	id: v.string(),
	title: v.optional(v.string(), ''),
	body: v.optional(v.string(), ''),
	course: v.optional(v.string(), ''),
	lesson: v.optional(v.string(), ''),
	oer: v.optional(v.string(), ''),
	steps: v.array(step),
	variabilization: v.optional(template)
});

export type OatutorProblem = v.InferOutput<typeof problemSchema>;
export type OatutorStep = OatutorProblem['steps'][number];
export type OatutorHint = OatutorStep['hints'][number];
export type OatutorSubHint = OatutorHint['subHints'][number];
