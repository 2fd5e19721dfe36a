/** A session as a grid shows it. */
export interface SessionView {
	readonly key: string;
	readonly href: string | null;
	readonly title: string;
	readonly kind:
		'workshop' | 'seminar' | 'lesson' | 'conference' | 'studio' | 'quiet-study' | 'off-site';
	readonly room: string | null;
	readonly adult: string | null;
	readonly seats: number;
	readonly maximum: number;
}

/** One day of the grid in words: “Mon 7”, “Monday 7 December”. */
export interface DayView {
	readonly day: string;
	readonly short: string;
	readonly long: string;
	/** Nobody comes; null words mean holidays. */
	readonly closed: { readonly words: string | null } | null;
}

export interface GridView {
	readonly days: readonly DayView[];
	readonly rows: readonly {
		readonly time: string;
		readonly name: string;
		readonly cells: readonly (readonly SessionView[] | null)[];
	}[];
}
