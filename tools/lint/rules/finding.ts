/** One place that breaks a rule. */
export interface Finding {
	/** 1-based. */
	readonly line: number;
	/** What stands there and what to write instead. */
	readonly message: string;
}

/** The 1-based line of an offset in a text. */
export function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}
