import { renderMath } from './render-math.ts';

/** True when every mark has its partner and all mathematics can be set. */
export const isRenderable = (text: string): boolean => {
	const { html } = renderMath(text);
	return !html.includes('maths-as-typed') && !html.includes('$$');
};
