import { randomUUID } from 'node:crypto';
import { getRequestEvent } from '$app/server';
import { error, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	sequence,
	type Handle,
	type HandleServerError,
	type ServerInit
} from '@sveltejs/kit/hooks';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { compressResponse } from '#lib/server/platform/http/compress-response.ts';
import { documentAttributes } from '#lib/server/platform/http/document.ts';
import { setSecurityHeaders } from '#lib/server/platform/http/headers.ts';
import { acceptedLocale, chooseLocale, inLocale } from '#lib/server/platform/i18n/index.ts';
import { withScriptsIn } from '#lib/server/platform/i18n/script-language.ts';
import type { App as LocusApp, SignedIn } from '#lib/server/app.ts';
import { runningApp, startRunningApp } from '#lib/server/running-app.ts';
import { warmUp } from '#lib/server/warm-up.ts';

/** The database restarts or is being cared for: nothing is lost, and a minute later all is well. */
const databaseAway = (): never => error(503, { message: 'the database is away' });

export const init: ServerInit = async () => {
	await warmUp(startRunningApp(getRequestEvent, databaseAway));
};

/** For the tests of budgets: statements of this answer, and what processor time the process has taken so far, ms. */
const measure: Handle = ({ event, resolve }) =>
	countingStatements(async (statements) => {
		const response = await resolve(event);
		if (runningApp().config.measuresStatements) {
			const { user, system } = process.cpuUsage();
			response.headers.set('x-locus-statements', String(statements.count));
			response.headers.set('x-locus-cpu', String((user + system) / 1_000));
		}
		return response;
	});

const compress: Handle = async ({ event, resolve }) =>
	compressResponse(event.request, await resolve(event));

function signInAddress(url: URL): string {
	const to = url.pathname + url.search;
	return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
}

/** Where somebody who has to choose a password first may go. */
const opensBeforePassword = new Set([
	'/(public)/sign-in/password',
	'/(public)/sign-out',
	'/(public)/language',
	''
]);

/** Who asks; while the database is away nobody can tell, and the page says so in the look. */
async function whoAsks(app: LocusApp, event: RequestEvent): Promise<SignedIn | null | 'away'> {
	if (event.route.id === null) return null;
	try {
		return await app.findSignedIn(event.request.headers);
	} catch (cause) {
		if (isHttpError(cause, 503)) return 'away';
		throw cause;
	}
}

const identify: Handle = async ({ event, resolve }) => {
	const app = runningApp();
	const requestId = randomUUID();
	const found = await whoAsks(app, event);
	const signedIn = found === 'away' ? null : found;
	const actor = () => {
		if (found === 'away') databaseAway();
		if (!signedIn) redirect(303, signInAddress(event.url));
		return signedIn.actor;
	};
	const locals: App.Locals = {
		app,
		requestId,
		log: app.log.with({ requestId }),
		signedIn,
		locale: chooseLocale(
			signedIn?.settings?.locale,
			event.cookies.get('locus-locale'),
			acceptedLocale(event.request.headers.get('accept-language')),
			signedIn?.community.locale
		),
		actor,
		read: (work) => app.read(actor(), work),
		change: (work) => app.change(actor(), work)
	};
	Object.assign(event.locals, locals);
	if (signedIn?.mustChangePassword && !opensBeforePassword.has(event.route.id ?? '')) {
		redirect(303, '/sign-in/password');
	}
	return resolve(event);
};

const overrideNames = ['dir', 'theme', 'contrast', 'band'] as const;

const present: Handle = ({ event, resolve }) => {
	const { locale, signedIn, app } = event.locals;
	const overrides = app.config.hasGallery
		? Object.fromEntries(
				overrideNames.map((name) => [
					name,
					event.url.searchParams.get(name) ?? event.cookies.get(`locus-test-${name}`)
				])
			)
		: {};
	const attributes = documentAttributes(locale, event.url.pathname, signedIn, overrides);
	return inLocale(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				withScriptsIn(locale, html.replace('%locus.html%', attributes))
		})
	);
};

const secure: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	setSecurityHeaders(response.headers, {
		// A file says itself how long it may be kept: its owner's device may, after asking again whether it is still open.
		isPersonal: event.locals.signedIn !== null && event.route.id !== '/files/[fileId]',
		isTls: event.url.protocol === 'https:'
	});
	if (response.status === 503) response.headers.set('retry-after', '60');
	return response;
};

const observe: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await resolve(event);
	event.locals.log.info('request', {
		method: event.request.method,
		route: event.route.id,
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};

export const handle = sequence(measure, compress, identify, observe, secure, present);

/** A defect: the log gets where it happened, the person a plain page with the request's id. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	const requestId = event.locals.requestId;
	if (kind === 'unknown') {
		event.locals.log?.error('request.failed', error, { route: event.route.id });
	}
	return { requestId };
};
