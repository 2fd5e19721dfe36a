import type { Random } from '../kernel/index.ts';
import { changeMind, giveUpSeat, moveSeat, swapSeats } from './moves-seats.ts';
import {
	closeOne,
	kempe,
	openMore,
	replace,
	retime,
	swapSlots,
	switchAdult,
	switchRoom
} from './moves-sessions.ts';
import { relieveStudy } from './moves-study.ts';
import type { State } from './state.ts';

export type Move = (state: State, random: Random) => boolean;

/** Every move with its share at the start, in per mille. */
export const OPERATORS: readonly {
	readonly name: string;
	readonly move: Move;
	readonly share: number;
}[] = [
	{ name: 'move seat', move: moveSeat, share: 250 },
	{ name: 'change mind', move: changeMind, share: 350 },
	{ name: 'swap seats', move: swapSeats, share: 100 },
	{ name: 'give up seat', move: giveUpSeat, share: 20 },
	{ name: 'retime', move: retime, share: 60 },
	{ name: 'swap slots', move: swapSlots, share: 30 },
	{ name: 'kempe', move: kempe, share: 20 },
	{ name: 'open', move: openMore, share: 60 },
	{ name: 'close', move: closeOne, share: 20 },
	{ name: 'replace', move: replace, share: 60 },
	{ name: 'switch adult', move: switchAdult, share: 20 },
	{ name: 'switch room', move: switchRoom, share: 10 },
	{ name: 'relieve study', move: relieveStudy, share: 20 }
];

/** Only moves of seats: for a week whose sections are fixed. */
export const SEAT_OPERATORS = 4;

/** Shares learnt from what was accepted; plain numbers, so that a run can be resumed. */
export interface Shares {
	readonly share: number[];
	readonly tried: number[];
	readonly gained: number[];
}

export function createShares(operators: number): Shares {
	return {
		share: OPERATORS.slice(0, operators).map((operator) => operator.share),
		tried: OPERATORS.slice(0, operators).map(() => 0),
		gained: OPERATORS.slice(0, operators).map(() => 0)
	};
}

/** Draws an operator by share. */
export function drawOperator(shares: Shares, random: Random): number {
	let ticket = random.next() * shares.share.reduce((a, b) => a + b, 0);
	for (let i = 0; i < shares.share.length; i++) {
		ticket -= shares.share[i] ?? 0;
		if (ticket < 0) return i;
	}
	return 0;
}

/** After a stretch of moves: an operator keeps between half and twice its share, by what it gained. */
export function learnShares(shares: Shares): void {
	const rate = shares.tried.map((tried, i) => (shares.gained[i] ?? 0) / Math.max(1, tried));
	const mean = rate.reduce((a, b) => a + b, 0) / Math.max(1, rate.length);
	for (let i = 0; i < rate.length; i++) {
		const relative = mean > 0 ? (rate[i] ?? 0) / mean : 1;
		const target = (OPERATORS[i]?.share ?? 0) * Math.min(2, Math.max(0.5, relative));
		shares.share[i] = 0.7 * (shares.share[i] ?? 0) + 0.3 * target;
		shares.tried[i] = 0;
		shares.gained[i] = 0;
	}
}
