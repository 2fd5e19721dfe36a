import { m } from '#lib/paraglide/messages.js';
import type { Picture } from './picture.ts';

type Locale = 'en' | 'mi';

/**
 * A picture in words for those who do not see it. It says what is drawn, as far as that does not do the counting
 * or measuring that the question asks: dots are told one by one, an angle by its kind of turn.
 */
export function describePicture(picture: Picture, locale: Locale = 'en'): string {
	const options = { locale };
	const dots = (count: number) => Array.from({ length: count }, () => '●').join(' ');
	switch (picture.kind) {
		case 'dots':
			return m.items_picture_dots({ dots: dots(picture.count) }, options);
		case 'groups':
			return m.items_picture_groups({ groups: picture.counts.map(dots).join(' / ') }, options);
		case 'ten-frame':
			return m.items_picture_ten_frame({ dots: dots(picture.filled) }, options);
		case 'bar':
			return m.items_picture_bar({ parts: picture.parts, shaded: picture.shaded }, options);
		case 'rectangle':
			return m.items_picture_rectangle(
				{ width: picture.width, height: picture.height, unit: picture.unit },
				options
			);
		case 'number-line':
			return describeLine(picture, locale);
		case 'angle':
			return m.items_picture_angle({ quarters: Math.floor(picture.degrees / 90) }, options);
		case 'bar-graph':
			return m.items_picture_bar_graph(
				{
					axis: picture.axis,
					bars: picture.bars.map(({ label, value }) => `${label} ${value}`).join(', ')
				},
				options
			);
	}
}

function describeLine(
	{ from, to, step, mark }: Extract<Picture, { kind: 'number-line' }>,
	locale: Locale
): string {
	const line = { from, to, parts: Math.round((to - from) / step) };
	if (mark === undefined) return m.items_picture_number_line(line, { locale });
	const at = Math.round(((mark - from) / step) * 100) / 100;
	return m.items_picture_number_line_mark({ ...line, at }, { locale });
}
