import { createRandom } from '../../kernel/index.ts';
import { buildEnrolment, SLOTS, type Enrolment } from './instance.ts';

/** A small random instance that has at least one timetable without violations. */
export function randomEnrolment(seed: number, events = 40, students = 30): Enrolment {
	const random = createRandom(seed);
	const [rooms, features] = [4, 3];
	// Hidden timetable: every event has its own place, and everything below leaves it possible.
	const places = Array.from({ length: SLOTS * rooms }, (_, i) => i);
	const hidden = Array.from(
		{ length: events },
		() => places.splice(random.below(places.length), 1)[0] ?? 0
	);
	const slotOf = hidden.map((place) => Math.floor(place / rooms));
	const roomOf = hidden.map((place) => place % rooms);
	const attends = new Uint8Array(students * events);
	for (let s = 0; s < students; s++) {
		const taken = new Set<number>();
		for (let e = 0; e < events; e++) {
			if (random.next() > 0.25 || taken.has(slotOf[e] ?? 0)) continue;
			taken.add(slotOf[e] ?? 0);
			attends[s * events + e] = 1;
		}
	}
	const roomFeatures = Uint8Array.from({ length: rooms * features }, () => random.below(2));
	const eventFeatures = Uint8Array.from({ length: events * features }, (_, i) => {
		const room = roomOf[Math.floor(i / features)] ?? 0;
		return (roomFeatures[room * features + (i % features)] ?? 0) & random.below(2);
	});
	const allowed = Uint8Array.from({ length: events * SLOTS }, (_, i) =>
		slotOf[Math.floor(i / SLOTS)] === i % SLOTS || random.next() < 0.6 ? 1 : 0
	);
	const precedence = new Int8Array(events * events);
	for (let i = 0; i < events / 8; i++) {
		const [a, b] = [random.below(events), random.below(events)];
		if ((slotOf[a] ?? 0) < (slotOf[b] ?? 0)) precedence[a * events + b] = 1;
	}
	return buildEnrolment({
		capacities: Array.from({ length: rooms }, () => students),
		attends,
		roomFeatures,
		eventFeatures,
		allowed,
		precedence,
		events,
		features,
		students
	});
}
