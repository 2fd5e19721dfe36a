/** A point of a drawing that is `1000` wide and `1000` high, y down. */
export type Point = readonly [number, number];

/** Heights on a grid, row by row; 0 is the sea, 1 the highest ridge. */
export interface Field {
	readonly columns: number;
	readonly rows: number;
	readonly heights: Float64Array;
}

/** A small generator, so that one map always looks the same (mulberry32). */
export function wobble(seed: string): () => number {
	let a = 0;
	for (const char of seed) a = (Math.imul(a, 31) + (char.codePointAt(0) ?? 0)) | 0;
	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A hill of height 1, seen from one side: a place's hill is the product of both, so that no point needs a power. */
const hill = (away: number): number => Math.exp((-away * away) / 0.012);

/** sin(x + y) times the wave's size, from what each side gives to it. */
const turned = (x: readonly [number, number] = [0, 0], y: readonly [number, number] = [0, 0]) =>
	x[0] * y[0] + x[1] * y[1];

/**
 * Land that rises from the lower start corner, rolls a little, and is dry under every place.
 *
 * @param columns, rows grid points; their ratio is the shape of the map, so that hills stay round
 */
export function land(seed: string, dry: readonly Point[], columns = 27, rows = 25): Field {
	const tallness = rows / columns;
	const next = wobble(seed);
	const waves = Array.from({ length: 7 }, (_, i) => [
		(next() - 0.3) * (5 + 4 * i),
		(next() - 0.3) * (5 + 4 * i),
		7 * next(),
		0.09 / (1 + 0.35 * i)
	]);
	const across = Array.from({ length: columns }, (_, i) => i / (columns - 1));
	const down = Array.from({ length: rows }, (_, j) => j / (rows - 1));
	const swell = waves.map(([a = 0, b = 0, c = 0, size = 0]) => ({
		x: across.map((u) => [size * Math.sin(a * u), size * Math.cos(a * u)] as const),
		y: down
			.map((y) => b * (1 - y) * tallness + c)
			.map((at) => [Math.cos(at), Math.sin(at)] as const)
	}));
	const hills = dry.map(([x, y]) => ({
		x: across.map((u) => hill(u - x / 1000)),
		y: down.map((at) => hill((at - y / 1000) * tallness))
	}));
	const heights = new Float64Array(columns * rows);
	for (const [j, y] of down.entries()) {
		for (const [i, u] of across.entries()) {
			let height = 0.16 + 0.5 * (0.45 * u + 0.55 * (1 - y));
			for (const wave of swell) height += turned(wave.x[i], wave.y[j]);
			for (const one of hills) {
				const near = (one.x[i] ?? 0) * (one.y[j] ?? 0);
				height = Math.max(height, 0.36 * near) + 0.05 * near * near;
			}
			heights[j * columns + i] = height;
		}
	}
	return { columns, rows, heights };
}

type Side = 'T' | 'R' | 'B' | 'L';
// Which sides of a cell a line crosses, by which corners are high (top start 8, top end 4, bottom
// end 2, bottom start 1). High ground is always at the line's left, so that pieces join head to tail.
const crossings: readonly (readonly (readonly [Side, Side])[])[] = [
	[],
	[['B', 'L']],
	[['R', 'B']],
	[['R', 'L']],
	[['T', 'R']],
	[
		['T', 'R'],
		['B', 'L']
	],
	[['T', 'B']],
	[['T', 'L']],
	[['L', 'T']],
	[['B', 'T']],
	[
		['L', 'T'],
		['R', 'B']
	],
	[['R', 'T']],
	[['L', 'R']],
	[['B', 'R']],
	[['L', 'B']],
	[]
];

/** Closed rings round the ground above a level (marching squares), in drawing units. */
export function rings(field: Field, level: number): Point[][] {
	const { columns, rows, heights } = field;
	// one step beyond the edge everything is low, so that every ring closes
	const at = (i: number, j: number): number =>
		i < 0 || j < 0 || i >= columns || j >= rows ? -1 : (heights[j * columns + i] ?? -1);
	const width = columns + 2;
	const follow = new Map<number, number>();
	const points = new Map<number, Point>();

	function crossing(i: number, j: number, side: Side): number {
		const down = side === 'L' || side === 'R';
		const x = side === 'R' ? i + 1 : i;
		const y = side === 'B' ? j + 1 : j;
		const key = ((y + 1) * width + x + 1) * 2 + (down ? 1 : 0);
		const from = at(x, y);
		const to = down ? at(x, y + 1) : at(x + 1, y);
		const part = Math.min(0.98, Math.max(0.02, (level - from) / (to - from)));
		points.set(key, [
			((x + (down ? 0 : part)) * 1000) / (columns - 1),
			((y + (down ? part : 0)) * 1000) / (rows - 1)
		]);
		return key;
	}

	for (let j = -1; j < rows; j++) {
		for (let i = -1; i < columns; i++) {
			const high = (x: number, y: number, bit: number): number => (at(x, y) >= level ? bit : 0);
			const code = high(i, j, 8) | high(i + 1, j, 4) | high(i + 1, j + 1, 2) | high(i, j + 1, 1);
			for (const [from, to] of crossings[code] ?? []) {
				follow.set(crossing(i, j, from), crossing(i, j, to));
			}
		}
	}
	return joined(follow, points);
}

function joined(follow: Map<number, number>, points: ReadonlyMap<number, Point>): Point[][] {
	const found: Point[][] = [];
	for (const start of follow.keys()) {
		const ring: Point[] = [];
		for (let key: number | undefined = start; key !== undefined && follow.has(key);) {
			const point = points.get(key);
			if (point) ring.push(point);
			const next: number | undefined = follow.get(key);
			follow.delete(key);
			key = next;
		}
		if (ring.length > 3) found.push(ring);
	}
	return found;
}

/**
 * A soft closed line through the middles of a ring's sides.
 *
 * Points are rounded to even numbers, so that every middle is whole and `t` (a curve whose handle
 * mirrors the one before) lands exactly on the next point: seven characters a point.
 */
export function softRing(ring: readonly Point[]): string {
	const even = ring.map(([x, y]) => [Math.round(x / 2) * 2, Math.round(y / 2) * 2] as const);
	const middle = (i: number): Point => {
		const a = even[i % even.length] ?? [0, 0];
		const b = even[(i + 1) % even.length] ?? [0, 0];
		return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
	};
	const start = middle(0);
	let [x, y] = start;
	let path = `M${x} ${y}`;
	for (let i = 1; i <= even.length; i++) {
		const [tx, ty] = middle(i);
		const handle = even[i % even.length] ?? [0, 0];
		path += i === 1 ? `Q${handle[0]} ${handle[1]} ${tx} ${ty}` : `t${tx - x} ${ty - y}`;
		[x, y] = [tx, ty];
	}
	return `${path}z`.replaceAll(' -', '-');
}

/** The way water takes from a point downhill to the sea or the edge, at most 45 short steps. */
export function riverFrom(field: Field, start: Point, sea: number): Point[] {
	const { columns, rows, heights } = field;
	const at = (x: number, y: number): number => {
		const i = Math.min(columns - 1, Math.max(0, Math.round((x / 1000) * (columns - 1))));
		const j = Math.min(rows - 1, Math.max(0, Math.round((y / 1000) * (rows - 1))));
		return heights[j * columns + i] ?? 0;
	};
	const way: Point[] = [start];
	let [x, y] = start;
	let [vx, vy] = [-0.4, 0.9];
	const inside = (): boolean => x > -20 && x < 1020 && y > -20 && y < 1020;
	for (let step = 0; step < 45 && inside() && at(x, y) > sea; step++) {
		const gx = at(x - 50, y) - at(x + 50, y) - 0.05;
		const gy = at(x, y - 50) - at(x, y + 50) + 0.06;
		const size = Math.hypot(gx, gy) || 1;
		[vx, vy] = [0.6 * vx + (0.4 * gx) / size, 0.6 * vy + (0.4 * gy) / size];
		const speed = Math.hypot(vx, vy) || 1;
		[x, y] = [x + (34 * vx) / speed, y + (34 * vy) / speed];
		way.push([x, y]);
	}
	return way;
}

/** An open soft line through points. */
export function softLine(points: readonly Point[]): string {
	const whole = points.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
	return whole
		.map(([x, y], i) => {
			const next = whole[i + 1];
			if (i === 0) return `M${x} ${y}`;
			if (!next) return `L${x} ${y}`;
			return `Q${x} ${y} ${Math.round((x + next[0]) / 2)} ${Math.round((y + next[1]) / 2)}`;
		})
		.join('');
}
