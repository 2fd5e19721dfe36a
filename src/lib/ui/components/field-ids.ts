/** The id of a form control by its name, so that an error summary can lead to it. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]+/g, '-')}`;

/** What `aria-describedby` of a control names: its hint, then its error. */
export function describedBy(
	id: string,
	hint: string | undefined,
	error: string | undefined
): string | undefined {
	const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What every form control shows around itself. */
export interface FieldWords {
	/** The name the value is sent under. */
	readonly name: string;
	/** Always visible, above the control; never a placeholder. */
	readonly label: string;
	readonly hint?: string | undefined;
	/** What is wrong and how to mend it; never repeats what was typed. */
	readonly error?: string | undefined;
	/** Says “if you want” beside the label. */
	readonly optional?: boolean | undefined;
}
