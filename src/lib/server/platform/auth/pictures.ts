import { randomInt } from 'node:crypto';

/** The twelve drawings of which a young child remembers three, in their order. */
export const signInPictures = [
	'kereru',
	'gumboot',
	'feijoa',
	'kite',
	'waka',
	'paua',
	'sheep',
	'moon',
	'drum',
	'ladder',
	'fern',
	'umbrella'
] as const;
export type SignInPicture = (typeof signInPictures)[number];

/** How many a child remembers. */
export const picturesPerChild = 3;

export const isSignInPicture = (value: unknown): value is SignInPicture =>
	signInPictures.some((picture) => picture === value);

/** Three different drawings, each order as likely as any other: one of 1,320. */
export function drawPictures(): readonly SignInPicture[] {
	const left = [...signInPictures];
	return Array.from({ length: picturesPerChild }, () =>
		left.splice(randomInt(left.length), 1)
	).flat();
}

/** The secret that a row of drawings stands for. */
export const plainPictures = (pictures: readonly SignInPicture[]): string => pictures.join(' ');
