import * as v from 'valibot';
import { personOf, type Scope } from '../../../platform/access/index.ts';
import { locales } from '../../../platform/i18n/index.ts';
import { ok, type Result } from '../../../platform/result.ts';
import { tickField } from '../../../platform/http/fields.ts';
import { upsertSettings } from '../profile.store.ts';

/** A choice where nothing chosen means "as the device or the school says". */
const choice = <const T extends readonly string[]>(options: T) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => (value === '' ? null : value)),
		v.nullable(v.picklist(options))
	);

export const saveSettingsInput = v.object({
	locale: choice(locales),
	theme: choice(['light', 'dark']),
	contrast: choice(['more']),
	textSize: choice(['s', 'm', 'l', 'xl']),
	spacing: choice(['wide']),
	font: choice(['system']),
	tint: choice(['cream', 'blue', 'green', 'rose']),
	motion: choice(['less']),
	readsAloud: tickField()
});

/** How pages look and speak for the person themself; nobody else sets it, so it needs no decision row. */
export async function saveSettings(
	scope: Scope,
	input: v.InferOutput<typeof saveSettingsInput>
): Promise<Result<null>> {
	await upsertSettings(scope, personOf(scope).personId, input);
	return ok(null);
}
