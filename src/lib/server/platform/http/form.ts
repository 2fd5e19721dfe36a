import { fail as failAction, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Scope } from '../access/index.ts';
import { errorMessage } from '../i18n/index.ts';
import type { Failure, Result } from '../result.ts';
import { statusOf } from './status.ts';

/** What a refused form gives back to its page: words to show, and the person's own input, never lost. */
export interface FormRefusal {
	readonly error: {
		readonly code: string;
		readonly message: string;
		readonly field: string | null;
	};
	readonly values: Readonly<Record<string, string>>;
}

const secretFields = new Set(['password', 'code']);

/** Plain text fields of a form; files are left out, and repeated names keep their first value. */
function textValues(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form) {
		// A secret is typed again: it never travels back into a page.
		if (typeof value === 'string' && !secretFields.has(name)) values[name] ??= value;
	}
	return values;
}

export function refuse(
	error: Failure,
	values: Readonly<Record<string, string>>
): ActionFailure<FormRefusal> {
	const said = { code: error.code, message: errorMessage(error.code), field: error.field ?? null };
	return failAction(statusOf(error.code), { error: said, values });
}

type FormInput = Readonly<Record<string, unknown>>;

/** Repeated names become lists when the schema's field is an array; that is how checkboxes arrive. */
function toInput(form: FormData): FormInput {
	const input: Record<string, unknown> = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name);
		input[name] = name.endsWith('[]') ? all : all[0];
	}
	return input;
}

/**
 * The one way a page's action becomes a command: read the form, parse it by the command's schema, run the command in
 * its transaction as the signed-in person, and give a refusal back with what was typed.
 * A schema's issue may carry a code of ours as its message; else it is `form.missing-or-wrong` at that field.
 */
export const answerForm = <S extends v.GenericSchema, T, E extends Failure>(
	event: RequestEvent,
	schema: S,
	command: (scope: Scope, input: v.InferOutput<S>) => Promise<Result<T, E>>
): Promise<FormAnswer<T>> =>
	answerOpenForm(event, schema, (input) => event.locals.change((scope) => command(scope, input)));

export type FormAnswer<T> =
	{ readonly refusal: ActionFailure<FormRefusal> } | { readonly refusal: null; readonly value: T };

/** The same for doors at which nobody is known yet: `run` brings its own actor. */
export async function answerOpenForm<S extends v.GenericSchema, T, E extends Failure>(
	event: RequestEvent,
	schema: S,
	run: (input: v.InferOutput<S>) => Promise<Result<T, E>>
): Promise<FormAnswer<T>> {
	const form = await event.request.formData();
	const values = textValues(form);
	const parsed = v.safeParse(schema, toInput(form));
	if (!parsed.success) {
		const [issue] = parsed.issues;
		const field = v.getDotPath(issue) ?? undefined;
		const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'form.missing-or-wrong';
		return { refusal: refuse(field === undefined ? { code } : { code, field }, values) };
	}
	const result = await run(parsed.output);
	return result.ok
		? { refusal: null, value: result.value }
		: { refusal: refuse(result.error, values) };
}
