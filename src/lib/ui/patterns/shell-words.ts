import type { NavItem } from '../components/main-nav.svelte';

/** Who is signed in, as the masthead shows them. */
export interface ShellPerson {
	readonly name: string;
	/** Their own page. */
	readonly href: string;
	/** Their own picture. */
	readonly src?: string | undefined;
}

/** What every shell needs to know; all words come from the caller. */
export interface ShellWords {
	readonly home: string;
	readonly nav: readonly NavItem[];
	readonly person: ShellPerson;
	/** The school, with the language of its name. */
	readonly school?: { readonly name: string; readonly lang?: string | undefined } | undefined;
}
