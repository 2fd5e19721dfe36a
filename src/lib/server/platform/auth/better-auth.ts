import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { sveltekitCookies } from 'better-auth/svelte-kit';
import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import * as v from 'valibot';
import { namedClient } from '../db/named-client.ts';
import { noteStatement } from '../db/statements.ts';
import { newUuid } from '../ids.ts';

export interface AuthOptions {
	readonly pool: pg.Pool;
	readonly secret: string;
	readonly origin: string | null;
	readonly hasNamedStatements: boolean;
	/** SvelteKit's `getRequestEvent`, so that cookies reach the response; absent on the command line. */
	readonly requestEvent?: Parameters<typeof sveltekitCookies>[0];
}

const hour = 3_600;

export const cookiePrefix = 'locus';
export const hasSecureCookies = (origin: string | null): boolean =>
	origin?.startsWith('https:') ?? false;

/** The pool as the library's dialect wants it, with our statement names and counting. */
function countedPool(pool: pg.Pool, hasNames: boolean) {
	return {
		async connect() {
			const client = await pool.connect();
			// SAFETY: query and release are all that the dialect calls on a pooled client.
			return {
				...namedClient(client, hasNames, noteStatement),
				release: () => client.release()
			} as unknown as PostgresPoolClient;
		},
		end: async () => undefined,
		options: {}
	};
}

/**
 * Our own way in for people who proved themselves otherwise (picture, card, demo entry): starts a session for a user.
 * It is callable from the server only: no HTTP handler is mounted.
 */
const sessionFor = {
	id: 'locus-session-for',
	endpoints: {
		startSessionFor: createAuthEndpoint(
			'/start-session-for',
			{
				method: 'POST',
				body: v.object({ userId: v.string(), hours: v.pipe(v.number(), v.minValue(0)) })
			},
			async (ctx) => {
				const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
				if (!user) return ctx.json({ started: false });
				// The last argument: without it the library puts its own end over ours. Where and with what somebody
				// signs in is not needed, so it is not kept.
				const own = {
					expiresAt: new Date(Date.now() + ctx.body.hours * hour * 1_000),
					ipAddress: '',
					userAgent: ''
				};
				const { internalAdapter } = ctx.context;
				const session = await internalAdapter.createSession(user.id, true, own, true);
				await setSessionCookie(ctx, { session, user }, true);
				return ctx.json({ started: true });
			}
		),
		endSession: createAuthEndpoint(
			'/end-session',
			{ method: 'POST', body: v.object({ token: v.string() }) },
			async (ctx) => {
				await ctx.context.internalAdapter.deleteSession(ctx.body.token);
				return ctx.json({ ended: true });
			}
		)
	}
} as const;

/** The account library, set up for us: no sign-up, no mail, no telemetry, no handler of its own. */
export function createBetterAuth(options: AuthOptions) {
	return betterAuth({
		database: {
			dialect: new PostgresDialect({ pool: countedPool(options.pool, options.hasNamedStatements) }),
			type: 'postgres',
			schemaName: 'auth'
		},
		secret: options.secret,
		baseURL: options.origin ?? 'http://localhost:3000',
		telemetry: { enabled: false },
		rateLimit: { enabled: false },
		logger: { disabled: true },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: 8,
			maxPasswordLength: 128
		},
		session: { expiresIn: 12 * hour, disableSessionRefresh: true },
		user: {
			additionalFields: {
				communityId: { type: 'string', required: true, input: false },
				personId: { type: 'string', required: true, input: false },
				contactEmail: { type: 'string', required: false, input: false },
				mustChangePassword: { type: 'boolean', required: false, input: false, defaultValue: false }
			}
		},
		advanced: {
			cookiePrefix,
			useSecureCookies: hasSecureCookies(options.origin),
			database: { generateId: () => newUuid(new Date()), joins: true, validateSchema: false }
		},
		plugins: [
			username({
				minUsernameLength: 2,
				maxUsernameLength: 60,
				usernameValidator: (name) => /^[\p{L}\p{N}._@-]+$/u.test(name)
			}),
			sessionFor,
			...(options.requestEvent ? [sveltekitCookies(options.requestEvent)] : [])
		]
	});
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;
