import { m } from '#lib/paraglide/messages.js';

/** How a learner stands with one outcome; `ready` is derived: all that helps is there, and it is not begun. */
export type LearningState =
	'unexplored' | 'ready' | 'working-on' | 'nearly' | 'secure' | 'due-a-refresh';

/** The word that always stands beside the shape. */
export const learningStateWord: Readonly<Record<LearningState, () => string>> = {
	unexplored: () => m.ui_state_unexplored(),
	ready: () => m.ui_state_ready(),
	'working-on': () => m.ui_state_working_on(),
	nearly: () => m.ui_state_nearly(),
	secure: () => m.ui_state_secure(),
	'due-a-refresh': () => m.ui_state_due_a_refresh()
};

/** The order of a key, from the surest to the unknown. */
export const learningStates: readonly LearningState[] = [
	'secure',
	'nearly',
	'working-on',
	'due-a-refresh',
	'ready',
	'unexplored'
];
