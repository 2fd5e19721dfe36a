// Every page of the application, who opens it, and how to get there. A new page is one more line.
import { request as requests, type APIRequestContext } from '@playwright/test';
import { fromOurPage, origin, signIn, type Person } from './people.ts';

/** Whose budget of `experience.md` a page keeps. */
export type BudgetOf = 'learner' | 'teacher';

/** Finds the address of a page by asking others, as the person. */
export type Find = (request: APIRequestContext) => Promise<string>;

export interface AppPage {
	/** The folder of `src/routes` with its `+page.svelte`. */
	readonly route: string;
	/** Everybody who opens it; nobody is signed in where the list is empty. */
	readonly by: readonly Person[];
	readonly budget: BudgetOf;
	readonly address: string | Find;
}

const learners = ['kahu', 'yasmin', 'wi'] as const;

/** The first link of that shape on another page; the pages say where things are, not the tests. */
const linked =
	(on: string | Find, shape: RegExp): Find =>
	async (request) => {
		const from = typeof on === 'string' ? on : await on(request);
		const html = await (await request.get(from)).text();
		const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
		const found = links.find((href) => shape.test(href));
		if (found === undefined) throw new Error(`There is no link like ${shape} on ${from}.`);
		return found;
	};

const uuid = '[0-9a-f-]{36}';
const link = (shape: string) => new RegExp(`^${shape.replaceAll(':id', uuid)}$`);

const aLearnersWork = linked(
	linked('/staff/learners', link('/staff/learners/:id')),
	link('/staff/learners/:id/work')
);
const aClass = linked('/staff/classes', link('/staff/classes/:id'));

const aWeek = linked('/staff/week', link('/staff/week/:id'));
const aRun = linked(linked(aWeek, link('/staff/week/:id/runs')), link('/staff/week/:id/runs/:id'));

/** A teacher opens the window in which a class may sign in by picture; its page says the address. */
const openedWindow: Find = async () => {
	const teacher = await requests.newContext({ baseURL: origin });
	await signIn(teacher, 'rewi');
	const classes = await (await teacher.get('/staff/classes')).text();
	let window: string | undefined;
	for (const [address] of classes.matchAll(/\/staff\/classes\/[0-9a-f-]{36}/g)) {
		const shown = async () =>
			/\/sign-in\/class\/\w+/.exec(await (await teacher.get(address)).text())?.[0];
		// Another test may have opened it; and only a class of young children has a window.
		window ??= await shown();
		if (window !== undefined) break;
		if (!(await (await teacher.get(address)).text()).includes('action="?/open"')) continue;
		const form = { groupId: address.split('/').at(-1) ?? '' };
		await teacher.post(`${address}?/open`, { form, ...fromOurPage });
		window = await shown();
	}
	await teacher.dispose();
	return window ?? '/window-was-not-opened';
};

/** What hidden fields a form of a page holds, for sending it without a browser. */
async function hiddenFields(request: APIRequestContext, address: string, action: string) {
	const html = await (await request.get(address)).text();
	const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
	const inputs = [...(form.split('</form>')[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? [])];
	return Object.fromEntries(
		inputs.map(([input]) => [
			/name="([^"]*)"/.exec(input)?.[1] ?? '',
			/value="([^"]*)"/.exec(input)?.[1] ?? ''
		])
	);
}

const startedCheck: Find = async (request) => {
	const form = await hiddenFields(request, '/check', '?/start');
	const answer = await request.post('/check?/start', { form, ...fromOurPage });
	return answer.headers()['location'] ?? '/check-was-not-started';
};

const startedImport: Find = async (request) => {
	const name = 'orgs.csv';
	const buffer = Buffer.from('sourcedId,status\n1,active\n');
	const multipart = { kind: 'roster', files: { name, mimeType: 'text/csv', buffer } };
	const answer = await request.post('/settings/imports', { multipart, ...fromOurPage });
	return answer.headers()['location'] ?? '/import-was-not-started';
};

export const pages: readonly AppPage[] = [
	{ route: '(public)/sign-in', by: [], budget: 'learner', address: '/sign-in' },
	{ route: '(public)/sign-in/code', by: [], budget: 'learner', address: '/sign-in/code' },
	{ route: '(public)/sign-in/card', by: [], budget: 'learner', address: '/sign-in/card' },
	{ route: '(public)/sign-in/class', by: [], budget: 'learner', address: '/sign-in/class' },
	{ route: '(public)/sign-in/class/[code]', by: [], budget: 'learner', address: openedWindow },
	{
		route: '(public)/sign-in/password',
		by: ['wi'],
		budget: 'learner',
		address: '/sign-in/password'
	},
	{ route: '(learner)/today', by: learners, budget: 'learner', address: '/today' },
	{ route: '(learner)/map', by: learners, budget: 'learner', address: '/map' },
	{
		route: '(learner)/map/[strandId]',
		by: learners,
		budget: 'learner',
		address: linked('/map', link('/map/:id'))
	},
	{
		route: '(learner)/map/outcome/[outcomeId]',
		by: learners,
		budget: 'learner',
		address: linked(linked('/map', link('/map/:id')), link('/map/outcome/:id'))
	},
	{ route: '(learner)/check', by: learners, budget: 'learner', address: '/check' },
	{ route: '(learner)/check/[checkId]', by: learners, budget: 'learner', address: startedCheck },
	{ route: '(learner)/next', by: learners, budget: 'learner', address: '/next' },
	{ route: '(learner)/plan', by: learners, budget: 'learner', address: '/plan' },
	{
		route: '(learner)/plan/goal/[goalId]',
		by: learners,
		budget: 'learner',
		address: linked('/plan', link('/plan/goal/:id'))
	},
	{ route: '(learner)/plan/goal/new', by: learners, budget: 'learner', address: '/plan/goal/new' },
	{ route: '(learner)/week', by: learners, budget: 'learner', address: '/week' },
	{ route: '(learner)/week/wishes', by: learners, budget: 'learner', address: '/week/wishes' },
	{ route: '(learner)/work', by: learners, budget: 'learner', address: '/work' },
	{ route: '(learner)/work/new', by: learners, budget: 'learner', address: '/work/new' },
	{
		route: '(learner)/work/[artefactId]',
		by: learners,
		budget: 'learner',
		address: linked('/work', link('/work/:id'))
	},
	{ route: '(learner)/me/messages', by: learners, budget: 'learner', address: '/me/messages' },
	{
		route: '(learner)/me/messages/work/[artefactId]',
		by: ['wi'],
		budget: 'learner',
		address: async (request) => {
			const work = await linked('/work', link('/work/:id'))(request);
			return work.replace('/work/', '/me/messages/work/');
		}
	},
	{ route: '(me)/me/history', by: ['yasmin'], budget: 'learner', address: '/me/history' },
	{ route: '(me)/me', by: ['kahu', 'wi', 'rewi'], budget: 'learner', address: '/me' },
	{ route: '(me)/me/settings', by: ['yasmin', 'jess'], budget: 'learner', address: '/me/settings' },
	{ route: '(family)/family', by: ['jess'], budget: 'learner', address: '/family' },
	{
		route: '(family)/family/[learnerId]/plan',
		by: ['jess'],
		budget: 'learner',
		address: linked('/family', link('/family/:id/plan'))
	},
	{
		route: '(family)/family/[learnerId]/week',
		by: ['jess'],
		budget: 'learner',
		address: linked('/family', link('/family/:id/week'))
	},
	{
		route: '(family)/family/[learnerId]/history',
		by: ['jess'],
		budget: 'learner',
		address: linked('/family', link('/family/:id/history'))
	},
	{
		route: '(family)/family/[learnerId]/work/[artefactId]',
		by: ['jess'],
		budget: 'learner',
		address: linked('/family', link('/family/:id/work/:id'))
	},
	{ route: '(staff)/staff', by: ['rewi'], budget: 'teacher', address: '/staff' },
	{ route: '(staff)/staff/classes', by: ['rewi'], budget: 'teacher', address: '/staff/classes' },
	{ route: '(staff)/staff/classes/[groupId]', by: ['rewi'], budget: 'teacher', address: aClass },
	{
		route: '(staff)/staff/classes/[groupId]/cards',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aClass, link('/staff/classes/:id/cards'))
	},
	{
		route: '(staff)/staff/learners/[learnerId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked('/staff/learners', link('/staff/learners/:id'))
	},
	{
		route: '(staff)/staff/learners/[learnerId]/outcome/[outcomeId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(
			linked('/staff/learners', link('/staff/learners/:id')),
			link('/staff/learners/:id/outcome/:id')
		)
	},
	{
		route: '(staff)/staff/learners/[learnerId]/work',
		by: ['rewi'],
		budget: 'teacher',
		address: aLearnersWork
	},
	{
		route: '(staff)/staff/learners/[learnerId]/work/[artefactId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aLearnersWork, link('/staff/learners/:id/work/:id'))
	},
	{ route: '(staff)/staff/plans', by: ['rewi'], budget: 'teacher', address: '/staff/plans' },
	{
		route: '(staff)/staff/plans/[learnerId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked('/staff/plans', link('/staff/plans/:id'))
	},
	{ route: '(staff)/staff/learners', by: ['rewi'], budget: 'teacher', address: '/staff/learners' },
	{ route: '(staff)/staff/week', by: ['rewi'], budget: 'teacher', address: '/staff/week' },
	{ route: '(staff)/staff/week/[weekId]', by: ['rewi'], budget: 'teacher', address: aWeek },
	{
		route: '(staff)/staff/week/[weekId]/wishes',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aWeek, link('/staff/week/:id/wishes'))
	},
	{
		route: '(staff)/staff/week/[weekId]/calls',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aWeek, link('/staff/week/:id/calls'))
	},
	{
		route: '(staff)/staff/week/[weekId]/runs',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aWeek, link('/staff/week/:id/runs'))
	},
	{
		route: '(staff)/staff/week/[weekId]/runs/[runId]',
		by: ['rewi'],
		budget: 'teacher',
		address: aRun
	},
	{
		route: '(staff)/staff/week/[weekId]/runs/compare',
		by: ['rewi'],
		budget: 'teacher',
		address: async (request) => (await aRun(request)).replace(/[^/]+$/, 'compare')
	},
	{
		route: '(staff)/staff/week/[weekId]/changes',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(aWeek, link('/staff/week/:id/changes'))
	},
	{ route: '(staff)/staff/matching', by: ['rewi'], budget: 'teacher', address: '/staff/matching' },
	{ route: '(staff)/staff/by-heart', by: ['rewi'], budget: 'teacher', address: '/staff/by-heart' },
	{
		route: '(lead)/settings/safeguarding',
		by: ['kiri'],
		budget: 'teacher',
		address: '/settings/safeguarding'
	},
	{
		route: '(staff)/staff/offers',
		by: ['rewi'],
		budget: 'teacher',
		address: '/staff/offers'
	},
	{
		route: '(staff)/staff/offers/new',
		by: ['rewi'],
		budget: 'teacher',
		address: '/staff/offers/new'
	},
	{
		route: '(staff)/staff/offers/[offerId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked('/staff/offers', link('/staff/offers/:id'))
	},
	{
		route: '(staff)/staff/week/session/[sessionId]',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(linked('/staff/week', link('/staff/week/:id')), link('/staff/week/session/:id'))
	},
	{
		route: '(staff)/staff/week/[weekId]/print',
		by: ['rewi'],
		budget: 'teacher',
		address: linked(linked('/staff/week', link('/staff/week/:id')), link('/staff/week/:id/print'))
	},
	{ route: '(staff)/staff/away', by: ['rewi'], budget: 'teacher', address: '/staff/away' },
	{
		route: '(lead)/settings/sites',
		by: ['kiri'],
		budget: 'teacher',
		address: '/settings/sites'
	},
	{
		route: '(lead)/settings/sites/[siteId]',
		by: ['kiri'],
		budget: 'teacher',
		address: linked('/settings/sites', link('/settings/sites/:id'))
	},
	{ route: '(lead)/settings', by: ['kiri'], budget: 'teacher', address: '/settings' },
	{ route: '(lead)/settings/ladder', by: ['kiri'], budget: 'teacher', address: '/settings/ladder' },
	{
		route: '(lead)/settings/imports',
		by: ['kiri'],
		budget: 'teacher',
		address: '/settings/imports'
	},
	{
		route: '(lead)/settings/imports/[importId]',
		by: ['kiri'],
		budget: 'teacher',
		address: startedImport
	},
	{ route: '(lead)/settings/people', by: ['kiri'], budget: 'teacher', address: '/settings/people' }
];

/** Pages that no visit of these reaches, each with its reason. */
export const elsewhere: Readonly<Record<string, string>> = {
	'(public)/gallery/[section]': 'consistency.e2e.ts visits every section',
	'(public)/set-up': 'only an installation without a community shows it; the journey sets one up'
};

/** One visit: a page as one person. */
export interface Visit extends AppPage {
	readonly person: Person | null;
	readonly name: string;
}

export const visits: readonly Visit[] = pages.flatMap((page) =>
	(page.by.length === 0 ? [null] : page.by).map((person) => ({
		...page,
		person,
		name: `${page.route} as ${person ?? 'nobody'}`
	}))
);

export const addressOf = (request: APIRequestContext, { address }: AppPage): Promise<string> =>
	typeof address === 'string' ? Promise.resolve(address) : address(request);
