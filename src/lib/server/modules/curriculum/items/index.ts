/**
 * The item engine: questions with hints, what may be shown of them, and how answers are scored.
 * Pure: no SQL, no clock; the mathematics library is loaded on the first maths answer.
 */
export {
	itemKinds,
	type Attribution,
	type AnswerForm,
	type Hint,
	type Item,
	type ItemGroup,
	type ItemKind,
	type ItemOf,
	type ItemResponse,
	type Option,
	type PublicItem,
	type PublicItemOf,
	type ResponseProblem,
	type Score,
	type ValidationItem,
	type WrongReason
} from './item.ts';
export type { Picture, PictureKind } from './picture/picture.ts';
export { toPublic, toValidation } from './item-view.ts';
export { optionKey } from './shuffle.ts';
export { validateResponse, type ResponseInput, type ResponseResult } from './response.ts';
export { score, scoreWith } from './score.ts';
export { loadMathEquivalence } from './maths/load-math-equivalence.ts';
export type { MathEquivalence } from './maths/math-equivalence.ts';
export { acceptsOwnAnswer, ownAnswer } from './own-answer.ts';
export {
	parseItem,
	type ItemFault,
	type ItemProblem,
	type ParsedItem
} from './stored/parse-item.ts';
export { writeItem } from './stored/write-item.ts';
export type { ItemLine } from './stored/item-line.ts';
export { renderMath, escapeHtml, type RenderedText } from './render/render-math.ts';
export { isRenderable } from './render/is-renderable.ts';
export { drawPicture, type DrawnPicture } from './picture/draw-picture.ts';
export { describePicture } from './picture/describe-picture.ts';
