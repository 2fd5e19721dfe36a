import type { App as LocusApp, SignedIn } from '#lib/server/app.ts';
import type { PersonActor, Scope } from '#lib/server/platform/access/index.ts';
import type { Locale } from '#lib/server/platform/i18n/index.ts';
import type { Log } from '#lib/server/platform/log/index.ts';
import type { Failure, Result } from '#lib/server/platform/result.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			requestId?: string;
		}
		interface Locals {
			readonly app: LocusApp;
			/** Carries the request's id; log through it. */
			readonly log: Log;
			readonly requestId: string;
			readonly locale: Locale;
			/** Null on public pages. */
			readonly signedIn: SignedIn | null;
			/** The signed-in person as an actor; on a page that needs one it sends everybody else to the sign-in page. */
			actor(): PersonActor;
			/** One query, as the signed-in person. */
			read<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
			/** One command, as the signed-in person. */
			change<T, E extends Failure>(
				work: (scope: Scope) => Promise<Result<T, E>>
			): Promise<Result<T, E>>;
		}
	}
}

export {};
