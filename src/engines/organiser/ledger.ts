/** Most credit a learner can hold; it bounds what a long run of bad luck, or of play, can weigh. */
export const CREDIT_CAP = 500;

/**
 * Credit after a week: half of the old credit fades, and who got less of their due than the
 * community on average is lent the difference.
 * `credit` 0 .. 500; `satisfaction` and `mean` in per mille of what each could get alone.
 * Example: `nextCredit(200, 400, 700)` is 400.
 */
export function nextCredit(credit: number, satisfaction: number, mean: number): number {
	const lent = Math.max(0, Math.round(mean - satisfaction));
	return Math.min(CREDIT_CAP, Math.floor(credit / 2) + lent);
}

/**
 * Minutes of a domain owed this week by a rolling four-week ledger: what four weeks should hold
 * less what the last three gave, at most twice a week's share, so that no debt fills a whole week.
 * Example: `owedMinutes(120, [120, 60, 120])` is 180.
 */
export function owedMinutes(weekly: number, lastThree: readonly number[]): number {
	const given = lastThree.slice(-3).reduce((a, b) => a + b, 0);
	const due = weekly * (Math.min(3, lastThree.length) + 1) - given;
	return Math.max(0, Math.min(2 * weekly, due));
}
