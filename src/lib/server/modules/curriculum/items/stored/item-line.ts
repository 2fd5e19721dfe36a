import * as v from 'valibot';

/** The newest stored form; `migrate-line.ts` brings older ones here. */
export const currentFormat = 2;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const texts = v.pipe(v.array(text), v.minLength(1), v.maxLength(50));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(10_000));
const form = v.picklist(['any', 'lowest-terms', 'factored', 'expanded']);

const picture = v.variant('kind', [
	v.strictObject({
		kind: v.literal('dots'),
		count: whole,
		perRow: v.exactOptional(v.pipe(whole, v.minValue(1)))
	}),
	v.strictObject({
		kind: v.literal('groups'),
		counts: v.pipe(v.array(whole), v.minLength(1), v.maxLength(20))
	}),
	v.strictObject({ kind: v.literal('ten-frame'), filled: v.pipe(whole, v.maxValue(100)) }),
	v.strictObject({
		kind: v.literal('bar'),
		parts: v.pipe(whole, v.minValue(1), v.maxValue(100)),
		shaded: whole
	}),
	v.strictObject({ kind: v.literal('rectangle'), width: positive, height: positive, unit: text }),
	v.strictObject({
		kind: v.literal('number-line'),
		from: finite,
		to: finite,
		step: positive,
		mark: v.exactOptional(finite)
	}),
	v.strictObject({
		kind: v.literal('angle'),
		degrees: v.pipe(v.number(), v.minValue(1), v.maxValue(359))
	}),
	v.strictObject({
		kind: v.literal('bar-graph'),
		axis: text,
		step: positive,
		bars: v.pipe(
			v.array(v.strictObject({ label: text, value: v.pipe(finite, v.minValue(0)) })),
			v.minLength(1),
			v.maxLength(12)
		)
	})
]);

const hint = v.strictObject({
	id,
	text,
	after: v.exactOptional(v.array(id)),
	within: v.exactOptional(id),
	choices: v.exactOptional(texts),
	answer: v.exactOptional(text)
});

const common = {
	format: v.literal(currentFormat),
	id,
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	language: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
	title: v.exactOptional(text),
	stem: text,
	picture: v.exactOptional(picture),
	group: v.exactOptional(
		v.strictObject({
			id,
			position: v.pipe(whole, v.minValue(1)),
			of: v.pipe(whole, v.minValue(1))
		})
	),
	tags: v.pipe(v.array(id), v.maxLength(50)),
	hints: v.pipe(v.array(hint), v.maxLength(200)),
	attribution: v.exactOptional(
		v.strictObject({ licence: text, text, url: v.exactOptional(v.pipe(v.string(), v.url())) })
	)
};

/** One line of an item bank, in the current format. */
export const itemLine = v.variant('kind', [
	v.strictObject({ ...common, kind: v.literal('choice'), choices: texts, answer: text }),
	v.strictObject({ ...common, kind: v.literal('several-choice'), choices: texts, answers: texts }),
	v.strictObject({
		...common,
		kind: v.literal('number'),
		answers: texts,
		unit: v.exactOptional(text),
		tolerance: v.exactOptional(v.pipe(finite, v.minValue(0))),
		form: v.exactOptional(form)
	}),
	v.strictObject({
		...common,
		kind: v.literal('expression'),
		answers: texts,
		form: v.exactOptional(form),
		order: v.exactOptional(v.picklist(['given', 'any']))
	}),
	v.strictObject({ ...common, kind: v.literal('ordering'), entries: texts }),
	v.strictObject({
		...common,
		kind: v.literal('matching'),
		pairs: v.pipe(v.array(v.strictTuple([text, text])), v.minLength(1), v.maxLength(50))
	}),
	v.strictObject({
		...common,
		kind: v.literal('short-text'),
		answers: texts,
		exact: v.exactOptional(v.boolean())
	})
]);
export type ItemLine = v.InferOutput<typeof itemLine>;
