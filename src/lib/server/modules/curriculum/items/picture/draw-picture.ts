import type { Picture } from './picture.ts';

/** An SVG drawing and the data for its words; the page wraps it with the words as its name. */
export interface DrawnPicture {
	/** `<svg>` markup: classes and `currentColor` only, no style, script, link or outside reference. */
	readonly svg: string;
}

const escape = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const round = (value: number) => Math.round(value * 100) / 100;
const frame = (width: number, height: number, content: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${round(width)} ${round(height)}" ` +
	`aria-hidden="true" focusable="false" fill="none" stroke="currentColor">${content}</svg>`;

const dot = (x: number, y: number) =>
	`<circle class="picture-dot" cx="${round(x)}" cy="${round(y)}" r="8" fill="currentColor" stroke="none"/>`;
const line = (x1: number, y1: number, x2: number, y2: number) =>
	`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
const box = (x: number, y: number, width: number, height: number, shape = 'picture-box') =>
	`<rect class="${shape}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;
const label = (x: number, y: number, text: string, anchor = 'middle') =>
	`<text class="picture-label" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="currentColor" ` +
	`stroke="none" font-size="14">${escape(text)}</text>`;

const range = (count: number) =>
	Array.from({ length: Math.max(0, Math.floor(count)) }, (_, n) => n);

/** Side of the square that holds one dot. */
const cell = 24;

function dotsAt(count: number, perRow: number, left: number, top: number): string {
	const place = (n: number) =>
		dot(left + (n % perRow) * cell + cell / 2, top + Math.floor(n / perRow) * cell + cell / 2);
	return range(count).map(place).join('');
}

function drawDots({ count, perRow = 5 }: Extract<Picture, { kind: 'dots' }>): string {
	const rows = Math.max(1, Math.ceil(count / perRow));
	return frame(perRow * cell, rows * cell, dotsAt(count, perRow, 0, 0));
}

function drawGroups({ counts }: Extract<Picture, { kind: 'groups' }>): string {
	const rows = Math.max(1, ...counts.map((count) => Math.ceil(count / 2)));
	const width = 2 * cell + 12;
	const height = rows * cell + 12;
	const groups = counts.map((count, n) => {
		const left = n * (width + 10) + 2;
		return box(left, 2, width, height) + dotsAt(count, 2, left + 6, 8);
	});
	return frame(counts.length * (width + 10) - 6, height + 4, groups.join(''));
}

function drawTenFrame({ filled }: Extract<Picture, { kind: 'ten-frame' }>): string {
	const frames = Math.max(1, Math.ceil(filled / 10));
	const size = cell + 6;
	const drawn = range(frames * 10).map((n) => {
		const x = (n % 5) * size + 2;
		const y = Math.floor(n / 5) * size + Math.floor(n / 10) * 10 + 2;
		const square = box(x, y, size, size);
		return n < filled ? square + dot(x + size / 2, y + size / 2) : square;
	});
	return frame(5 * size + 4, frames * (2 * size + 10) - 6, drawn.join(''));
}

function drawBar({ parts, shaded }: Extract<Picture, { kind: 'bar' }>): string {
	const width = 240 / parts;
	const drawn = range(parts).map((n) =>
		n < shaded
			? `<rect class="picture-shaded" x="${round(2 + n * width)}" y="2" width="${round(width)}" height="44" fill="currentColor" fill-opacity="0.4"/>`
			: box(2 + n * width, 2, width, 44)
	);
	return frame(244, 48, drawn.join(''));
}

function drawRectangle({ width, height, unit }: Extract<Picture, { kind: 'rectangle' }>): string {
	const scale = 160 / Math.max(width, height);
	const [w, h] = [width * scale, height * scale];
	const labels =
		label(70 + w / 2, h + 26, `${width} ${unit}`) +
		label(62, 8 + h / 2, `${height} ${unit}`, 'end');
	return frame(w + 80, h + 34, box(70, 4, w, h) + labels);
}

function drawNumberLine(picture: Extract<Picture, { kind: 'number-line' }>): string {
	const { from, to, step, mark } = picture;
	const x = (value: number) => 20 + (280 * (value - from)) / (to - from);
	const ticks = range((to - from) / step + 1 + 1e-9).map((n) => {
		const value = round(from + n * step);
		// Between whole numbers the place is often what is asked, so those ticks have no number.
		const text = Number.isInteger(value) || step >= 1 ? `${value}`.replace('-', '\u2212') : '';
		return line(x(from + n * step), 34, x(from + n * step), 46) + label(x(value), 62, text);
	});
	const arrow =
		mark === undefined
			? ''
			: line(x(mark), 6, x(mark), 30) +
				`<path class="picture-mark" d="M${round(x(mark) - 5)} 22 L${round(x(mark))} 32 L${round(x(mark) + 5)} 22"/>`;
	return frame(320, 68, line(12, 40, 308, 40) + ticks.join('') + arrow);
}

function drawAngle({ degrees }: Extract<Picture, { kind: 'angle' }>): string {
	const radians = (degrees * Math.PI) / 180;
	const [x, y] = [110 + 100 * Math.cos(radians), 110 - 100 * Math.sin(radians)];
	const [ax, ay] = [110 + 28 * Math.cos(radians), 110 - 28 * Math.sin(radians)];
	const arc =
		degrees === 90
			? `<path class="picture-mark" d="M128 110 V92 H110"/>`
			: `<path class="picture-mark" d="M138 110 A28 28 0 ${degrees > 180 ? 1 : 0} 0 ${round(ax)} ${round(ay)}"/>`;
	return frame(
		220,
		degrees > 180 ? 220 : 120,
		line(110, 110, 210, 110) + line(110, 110, x, y) + arc
	);
}

function drawBarGraph({ axis, step, bars }: Extract<Picture, { kind: 'bar-graph' }>): string {
	const top = Math.ceil(Math.max(step, ...bars.map(({ value }) => value)) / step) * step;
	const y = (value: number) => 150 - (120 * value) / top;
	const ticks = range(top / step + 1 + 1e-9).map(
		(n) => line(40, y(n * step), 46, y(n * step)) + label(34, y(n * step) + 5, `${n * step}`, 'end')
	);
	const columns = bars.map(({ label: name, value }, n) => {
		const x = 60 + n * 62;
		return box(x, y(value), 40, 150 - y(value), 'picture-column') + label(x + 20, 168, name);
	});
	const width = 60 + bars.length * 62;
	const lines = line(46, 20, 46, 150) + line(46, 150, width, 150);
	return frame(
		width + 4,
		176,
		label(4, 14, axis, 'start') + lines + ticks.join('') + columns.join('')
	);
}

/** Draws a picture as SVG markup; total over the closed union, colours by `currentColor`, sizes by the page. */
export function drawPicture(picture: Picture): DrawnPicture {
	switch (picture.kind) {
		case 'dots':
			return { svg: drawDots(picture) };
		case 'groups':
			return { svg: drawGroups(picture) };
		case 'ten-frame':
			return { svg: drawTenFrame(picture) };
		case 'bar':
			return { svg: drawBar(picture) };
		case 'rectangle':
			return { svg: drawRectangle(picture) };
		case 'number-line':
			return { svg: drawNumberLine(picture) };
		case 'angle':
			return { svg: drawAngle(picture) };
		case 'bar-graph':
			return { svg: drawBarGraph(picture) };
	}
}
