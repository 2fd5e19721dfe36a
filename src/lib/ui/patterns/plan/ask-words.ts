import { m } from '#lib/paraglide/messages.js';

/** What a proposal asks for. */
export const askWords = {
	new: m.plans_asks_new,
	change: m.plans_asks_change,
	achieve: m.plans_asks_achieve,
	'set-aside': m.plans_asks_set_aside,
	'take-up': m.plans_asks_take_up
} as const;
