import type { Transactions } from '../../../platform/access/index.ts';
import type { CommunityId } from '../../../platform/ids.ts';
import { trainCommunity, type TrainingEnd } from './train-community.ts';

/** What `locus train` was asked for. */
export interface TrainModels {
	/** The name of a community; all of them when absent. */
	readonly community?: string | undefined;
	readonly isForced: boolean;
	readonly say: (sentence: string) => void;
	readonly stop: AbortSignal;
}

/** Trains each named community in turn and says how it went, in words for the person at the command line. */
export async function trainAll(
	app: Transactions,
	communities: readonly { readonly communityId: CommunityId; readonly name: string }[],
	{ community, isForced, say, stop }: TrainModels
): Promise<void> {
	const wanted = communities.filter(({ name }) => community === undefined || name === community);
	if (wanted.length === 0) say('There is no such community here.');
	for (const { communityId, name } of wanted) {
		const told = (done: number, of: number) => say(`${name}: step ${done} of ${of} is done.`);
		say(`${name}: ${describe(await trainCommunity(app, communityId, { isForced, told, stop }))}`);
		if (stop.aborted) return;
	}
}

const whyNot: Readonly<Record<string, string>> = {
	'learner-model.too-little-evidence':
		'there are too few answers to learn from. What Locus ships with stays in use.',
	'learner-model.little-is-new': 'little is new since the last training. Nothing was changed.'
};

function describe(end: TrainingEnd): string {
	if (end.end === 'stopped') return 'stopped. The next training goes on from here.';
	if (end.end === 'not-begun') return whyNot[end.why] ?? 'nothing was trained.';
	const { losses, answers, judged, isGoingOn } = end;
	const [candidate, current, shipped] = [losses.candidate, losses.current, losses.shipped].map(
		(loss) => loss.toFixed(4)
	);
	const figures = `Learnt from ${answers} ${isGoingOn ? 'new ' : ''}answers. Log loss on ${judged} answers kept apart: ${candidate}; in use before: ${current}; shipped: ${shipped}.`;
	return end.end === 'in-use'
		? `the new model is in use. ${figures}`
		: `the new model is no better, so nothing was changed. ${figures}`;
}
