import { gunzipSync, gzipSync } from 'node:zlib';
import {
	checkParameters,
	isStage,
	type Parameters,
	type Stage
} from '#engines/learner-model/index.ts';

/** Parameters as bytes for a row. JSON keeps every number exactly; long lists of numbers shrink to a third. */
export const writeParameters = (value: Parameters | readonly Stage[]): Buffer =>
	gzipSync(JSON.stringify(value));

/** The parameters of a row, or undefined when this version of the engine cannot use them. */
export function readParameters(bytes: Buffer): Parameters | undefined {
	// SAFETY: written by `writeParameters`; format, lengths and numbers are checked.
	const checked = checkParameters(JSON.parse(gunzipSync(bytes).toString('utf8')) as Parameters);
	return checked.ok ? checked.value : undefined;
}

/** The finished stages of a training; none where one of them cannot be used. */
export function readStages(bytes: Buffer | null): readonly Stage[] {
	if (bytes === null) return [];
	// SAFETY: as above.
	const stages = JSON.parse(gunzipSync(bytes).toString('utf8')) as readonly Stage[];
	return stages.every(isStage) ? stages : [];
}
