import { file, flag, map, person, say, signpost, sun, week } from '#lib/ui/icons/index.ts';
import type { TerrainPath, TerrainPlace } from '#lib/ui/components/terrain.ts';

/** Invented, harmless content for the gallery. */
export const learnerNav = [
	{ href: '#today', text: 'Today', icon: sun, current: true },
	{ href: '#map', text: 'My map', icon: map },
	{ href: '#next', text: 'What next', icon: signpost },
	{ href: '#plan', text: 'My plan', icon: flag, waiting: 2 },
	{ href: '#week', text: 'My week', icon: week },
	{ href: '#work', text: 'My work', icon: file },
	{ href: '#say', text: 'Have a say', icon: say },
	{ href: '#me', text: 'Me', icon: person }
];
export const school = { name: 'Te Awa Roa Area School', lang: 'mi' };
export const aroha = { name: 'Aroha', href: '#me' };

export const day = [
	{ id: '1', time: '8:50', iso: '08:50', title: 'Hui', state: 'done' },
	{ id: '2', time: '9:05', iso: '09:05', title: 'Writing studio', detail: 'Room 2', state: 'done' },
	{
		id: '3',
		time: '10:40',
		iso: '10:40',
		title: 'Ratio workshop',
		detail: 'Room 4, Whaea Hine',
		state: 'next',
		href: '#r'
	},
	{
		id: '4',
		time: '11:40',
		iso: '11:40',
		title: 'My own time',
		detail: 'I chose this',
		state: 'later'
	},
	{ id: '5', time: '12:30', iso: '12:30', title: 'Lunch', state: 'later' },
	{
		id: '6',
		time: '1:20',
		iso: '13:20',
		title: 'Te reo kōrero',
		detail: 'With Koro Wī',
		state: 'later'
	},
	{
		id: '7',
		time: '2:20',
		iso: '14:20',
		title: 'Waka ama',
		detail: 'River landing',
		state: 'later'
	}
] as const;

const at = (
	id: string,
	title: string,
	state: TerrainPlace['state'],
	x: number,
	y: number,
	rest: Partial<TerrainPlace> = {}
): TerrainPlace => ({
	id,
	title,
	state,
	x,
	y,
	href: `#${id}`,
	statement: `I can: ${title}`,
	...rest
});

export const places: readonly TerrainPlace[] = [
	at('es', 'Equal shares', 'secure', 8, 86, { detail: 'Since Year 4' }),
	at('pw', 'Part of a whole', 'secure', 27, 88),
	at('ef', 'Equal fractions', 'secure', 20, 72),
	at('fl', 'Fractions on a line', 'secure', 44, 78),
	at('fa', 'A fraction of an amount', 'secure', 10, 57),
	at('dm', 'Decimals match fractions', 'secure', 62, 87),
	at('cf', 'Compare fractions', 'due-a-refresh', 37, 62, { detail: 'Last used in June' }),
	at('af', 'Add fractions', 'nearly', 65, 66, { detail: 'Six of seven right this month' }),
	at('sr', 'Share in a ratio', 'working-on', 25, 44, {
		here: true,
		detail: 'Four answers, not very sure'
	}),
	at('pa', 'Percent of an amount', 'nearly', 84, 77),
	at('cr', 'Compare ratios', 'ready', 35, 28),
	at('sp', 'Speed and price rates', 'ready', 56, 44),
	at('su', 'Scale up and down', 'unexplored', 53, 17),
	at('pc', 'Percent change', 'unexplored', 88, 58),
	at('pg', 'Proportion graphs', 'unexplored', 78, 26)
];
const way = (from: string, to: string, soft = false): TerrainPath => ({ from, to, soft });
export const paths: readonly TerrainPath[] = [
	way('es', 'pw'),
	way('es', 'ef'),
	way('pw', 'fl'),
	way('ef', 'cf'),
	way('ef', 'fa'),
	way('fl', 'dm'),
	way('fl', 'cf'),
	way('fl', 'af'),
	way('fa', 'sr'),
	way('dm', 'pa'),
	way('sr', 'cr'),
	way('sr', 'sp'),
	way('cr', 'su'),
	way('sp', 'pg'),
	way('su', 'pg'),
	way('pa', 'pc'),
	way('cf', 'sr', true),
	way('af', 'pa', true),
	way('cf', 'sp', true),
	way('pc', 'pg', true)
];
