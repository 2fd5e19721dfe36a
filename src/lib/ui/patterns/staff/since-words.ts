import { m } from '#lib/paraglide/messages.js';

/** How long something has waited, in words a glance takes in. */
export function sinceWords(minutes: number): string {
	if (minutes < 1) return m.staff_since_now();
	if (minutes < 60) return m.staff_since_minutes({ count: minutes });
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return m.staff_since_hours({ count: hours });
	return m.staff_since_days({ count: Math.floor(hours / 24) });
}
