import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { listWindowChildren } from '#lib/server/modules/people/index.ts';
import type { SystemActor } from '#lib/server/platform/access/index.ts';
import {
	isSignInPicture,
	picturesPerChild,
	type PictureWindow
} from '#lib/server/platform/auth/index.ts';
import { idField } from '#lib/server/platform/http/fields.ts';
import { refuse } from '#lib/server/platform/http/form.ts';
import type { PersonId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nobody is signed in at the tablet: the open window is what speaks for it. */
const asWindow = ({ communityId }: PictureWindow): SystemActor => ({
	kind: 'system',
	communityId,
	reason: 'the tablet of a class shows who may come in'
});

/** The window of this address with its children, or null when it is shut. */
async function openWindow({ locals, params }: RequestEvent) {
	const window = await locals.app.auth.findWindow((params['code'] ?? '').slice(0, 20));
	if (!window) return null;
	const children = await locals.app.read(asWindow(window), (scope) =>
		listWindowChildren(scope, window)
	);
	return children && { window, children };
}

export const load: PageServerLoad = async (event) => {
	const open = await openWindow(event);
	const asked = event.url.searchParams.get('child');
	const children = open?.children ?? [];
	return {
		isOpen: open !== null,
		children,
		child: children.find(({ personId }) => personId === asked) ?? null
	};
};

const touchInput = v.object({
	child: idField<PersonId>(),
	picked: v.pipe(v.optional(v.string(), ''), v.maxLength(100)),
	pick: v.pipe(v.string(), v.maxLength(40))
});

export const actions: Actions = {
	/** One touch, or the last of three: without script each comes by itself and the earlier ones travel in the form. */
	default: async (event) => {
		const parsed = v.safeParse(touchInput, Object.fromEntries(await event.request.formData()));
		if (!parsed.success) return refuse({ code: 'sign-in.picture-wrong' }, {});
		const { child: personId, picked, pick } = parsed.output;
		const pictures = [...picked.split(' '), pick].filter(isSignInPicture);
		if (pictures.length < picturesPerChild) return { picked: pictures };
		const open = await openWindow(event);
		if (!open) return refuse({ code: 'sign-in.window-closed' }, {});
		const touched = { window: open.window, personId, pictures };
		const { headers } = event.request;
		const result = await event.locals.app.auth.signInWithPictures(touched, headers);
		return result.ok ? redirect(303, '/') : refuse(result.error, {});
	}
};
