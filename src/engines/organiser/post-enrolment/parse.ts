import { buildEnrolment, SLOTS, type Enrolment } from './instance.ts';

export type ParseResult =
	| { readonly ok: true; readonly enrolment: Enrolment }
	| { readonly ok: false; readonly code: 'organiser.not-an-instance' };

/** Reads the competition's `.tim` text: whole numbers separated by white space. */
export function parseEnrolment(text: string): ParseResult {
	const numbers = Int32Array.from(text.trim().split(/\s+/), Number);
	const [events = 0, rooms = 0, features = 0, students = 0] = numbers;
	const sizes = [
		4,
		rooms,
		students * events,
		rooms * features,
		events * features,
		events * SLOTS,
		events * events
	];
	const expected = sizes.reduce((a, b) => a + b, 0);
	if (events < 1 || rooms < 1 || rooms > 31 || numbers.length !== expected)
		return { ok: false, code: 'organiser.not-an-instance' };
	const tables: Int32Array[] = [];
	let at = 0;
	for (const size of sizes) tables.push(numbers.subarray(at, (at += size)));
	const bytes = (i: number) => Uint8Array.from(tables[i] ?? []);
	return {
		ok: true,
		enrolment: buildEnrolment({
			events,
			features,
			students,
			capacities: [...(tables[1] ?? [])],
			attends: bytes(2),
			roomFeatures: bytes(3),
			eventFeatures: bytes(4),
			allowed: bytes(5),
			precedence: Int8Array.from(tables[6] ?? [])
		})
	};
}
