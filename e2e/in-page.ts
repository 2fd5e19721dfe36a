/* What runs in the page: each function stands alone, since it is sent there as text. */

/** A target too small, or text too small: what it is and how large. */
export interface Measured {
	readonly what: string;
	readonly size: number;
}

/** Things one presses whose hit area is smaller than `least` px; links in running text are exempt. */
export function smallTargets(least: number): Measured[] {
	const pressed = 'a[href], button, summary, select, textarea, input:not([type="hidden"])';
	const inText = (element: Element): boolean => {
		const around = element.parentElement;
		if (getComputedStyle(element).display !== 'inline' || !around) return false;
		return (around.textContent ?? '').trim().length > (element.textContent ?? '').trim().length;
	};
	return [...document.querySelectorAll(pressed)].flatMap((element) => {
		const target = element.matches('[type="checkbox"], [type="radio"]')
			? (element.closest('label') ?? element)
			: element;
		const { width, height } = target.getBoundingClientRect();
		const hidden = width === 0 || !element.checkVisibility() || element.matches('[href^="#main"]');
		const size = Math.min(width, height);
		if (hidden || inText(element) || size >= least - 0.5) return [];
		return [
			{ what: `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 40)}`, size }
		];
	});
}

/** Visible text smaller than 14 px. */
export function tinyText(): Measured[] {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const found: Measured[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const element = node.parentElement;
		if (!element || !(node.textContent ?? '').trim() || !element.checkVisibility()) continue;
		if (element.closest('script, style')) continue;
		const size = Number.parseFloat(getComputedStyle(element).fontSize);
		if (size < 13.99) found.push({ what: (node.textContent ?? '').trim().slice(0, 40), size });
	}
	return found;
}

/** How far the page is wider than its window, px, and what sticks out. */
export function overflow(): { by: number; what: string[] } {
	const width = document.documentElement.clientWidth;
	const by = document.documentElement.scrollWidth - width;
	const what = [...document.querySelectorAll('main *, header *, nav *')]
		.filter((element) => element.getBoundingClientRect().right > width + 1)
		.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
	return { by, what: by > 0 ? what.slice(0, 8) : [] };
}

/** Text cut off by its own box. */
export function clippedText(): string[] {
	return [...document.querySelectorAll('main *, nav *')]
		.filter((element) => {
			const { overflowX, overflowY } = getComputedStyle(element);
			const cuts = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
			if (!cuts || element.closest('.sr, svg, .map, .tile') || element.clientHeight <= 1)
				return false;
			return (
				element.scrollWidth > element.clientWidth + 1 ||
				element.scrollHeight > element.clientHeight + 1
			);
		})
		.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
}

/** Where the focus is: what has it, whether one can see it and its mark. */
export function focused(): { what: string; seen: boolean; marked: boolean } | undefined {
	const element = document.activeElement;
	if (!element || element === document.body) return undefined;
	const { left, top, width, height } = element.getBoundingClientRect();
	const points = [0.5, 0.1, 0.9].map((part): [number, number] => [
		left + width * part,
		top + height * part
	]);
	const seen = points.some(([x, y]) => {
		const above = document.elementFromPoint(x, y);
		return above !== null && (element.contains(above) || above.contains(element));
	});
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
	const what = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`;
	return { what: what.trim().replaceAll(/\s+/g, ' ').slice(0, 60), seen, marked };
}

/** The place in the document of what has the focus, for checking that it only goes forward. */
export function focusIndex(): number {
	const all = [...document.querySelectorAll('*')];
	return document.activeElement ? all.indexOf(document.activeElement) : -1;
}

/** WCAG 1.4.12: what a reader may set for spacing; set through the object model, as a reader's tool would. */
export function spaceText(): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(
		'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
			'p { margin-block-end: 2em !important; }'
	);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Elements that move: a transition or an animation longer than nothing. */
export function moving(): string[] {
	return [...document.querySelectorAll('body, body *')]
		.filter((element) => {
			const { transitionDuration, animationName } = getComputedStyle(element);
			const lasts = transitionDuration.split(',').some((part) => Number.parseFloat(part) > 0.001);
			return lasts || animationName !== 'none';
		})
		.map((element) => element.tagName);
}
