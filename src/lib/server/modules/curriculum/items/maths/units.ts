/** Units a pupil may type beside a number, as multiples of one base unit a dimension. */
const dimensions: readonly Readonly<Record<string, number>>[] = [
	{ mm: 0.001, cm: 0.01, m: 1, km: 1000 },
	{ mg: 0.001, g: 1, kg: 1000, t: 1_000_000 },
	{ ml: 0.001, l: 1, kl: 1000 },
	{ s: 1, sec: 1, min: 60, h: 3600, hr: 3600, day: 86_400 },
	{ 'mm^2': 1e-6, 'cm^2': 1e-4, 'm^2': 1, ha: 1e4, 'km^2': 1e6 },
	{ 'mm^3': 1e-9, 'cm^3': 1e-6, 'm^3': 1 },
	{ c: 0.01, $: 1 },
	{ '°': 1, degrees: 1, degree: 1 }
];

const words: Readonly<Record<string, string>> = {
	millimetre: 'mm',
	centimetre: 'cm',
	metre: 'm',
	kilometre: 'km',
	gram: 'g',
	kilogram: 'kg',
	litre: 'l',
	millilitre: 'ml',
	second: 's',
	minute: 'min',
	hour: 'h',
	cent: 'c',
	dollar: '$'
};

/** One spelling for a unit: `cm²`, `cm2`, `square cm` are `cm^2`; plurals and words are shortened. */
function nameUnit(typed: string): string {
	const plain = typed.trim().replace('²', '^2').replace('³', '^3').replace(/\.$/, '');
	const powered = plain.replace(/^(?:sq|square)\s+(.*)$/, '$1^2').replace(/^cubic\s+(.*)$/, '$1^3');
	const [, stem = powered, power = ''] = /^([^\d^]+?)(?:\^?([23]))?$/.exec(powered) ?? [];
	const lower = stem.toLowerCase();
	const word = words[lower] ?? words[lower.replace(/s$/, '')] ?? lower;
	return power ? `${word}^${power}` : word;
}

/** How many of `to` one `from` is; null when they measure different things or are not known. */
function factor(from: string, to: string): number | null {
	const both = dimensions.find((units) => from in units && to in units);
	const [a, b] = [both?.[from], both?.[to]];
	return a === undefined || b === undefined ? null : a / b;
}

export interface Measure {
	/** The number as typed, without its unit. */
	readonly number: string;
	/** What the number must be multiplied by to be in the item's unit; null when the units do not fit. */
	readonly factor: number | null;
}

/** Splits `3 m` into number and unit and relates it to the item's unit; a bare number counts as in that unit. */
export function readMeasure(text: string, unit: string): Measure {
	const trimmed = text.trim();
	const wanted = nameUnit(unit);
	if (wanted === '$' && trimmed.startsWith('$')) return { number: trimmed.slice(1), factor: 1 };
	const [, number, typed] = /^(.*[\d)}])\s*([^\d(){}+\-*/.,][^(){}]*)$/.exec(trimmed) ?? [];
	if (number === undefined || typed === undefined) return { number: trimmed, factor: 1 };
	const named = nameUnit(typed);
	return { number, factor: named === wanted ? 1 : factor(named, wanted) };
}
