import { isSchoolDay } from '#lib/server/platform/clock/index.ts';

const INSTANT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/** An ISO date with or without time and zone, as an instant (UTC without a zone); else `null`. */
export function parseInstant(
	text: string
): { readonly instant: string; readonly zoned: boolean } | null {
	const [, day, time, zone] = INSTANT.exec(text) ?? [];
	if (!isSchoolDay(day)) return null;
	const offset = zone?.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2').toUpperCase() ?? 'Z';
	const at = new Date(`${day}T${time ?? '00:00'}${offset}`);
	if (Number.isNaN(at.getTime())) return null;
	return { instant: at.toISOString(), zoned: zone !== undefined };
}
