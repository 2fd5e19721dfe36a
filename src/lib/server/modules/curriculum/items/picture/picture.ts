/** A drawing that belongs to a question: a closed union, so that every picture can be drawn, read aloud and stored. */
export type Picture =
	/** `count` dots in rows of `perRow` (default 5). */
	| { readonly kind: 'dots'; readonly count: number; readonly perRow?: number }
	/** Several groups of dots, each with a border around it. */
	| { readonly kind: 'groups'; readonly counts: readonly number[] }
	/** A ten frame: ten boxes, `filled` of them with a dot; more than ten makes a second frame. */
	| { readonly kind: 'ten-frame'; readonly filled: number }
	/** A bar in `parts` equal parts, the first `shaded` of them shaded. */
	| { readonly kind: 'bar'; readonly parts: number; readonly shaded: number }
	/** A rectangle with its side lengths written on it. */
	| {
			readonly kind: 'rectangle';
			readonly width: number;
			readonly height: number;
			readonly unit: string;
	  }
	/** A number line from `from` to `to`, a tick every `step`, an arrow at `mark` where given. */
	| {
			readonly kind: 'number-line';
			readonly from: number;
			readonly to: number;
			readonly step: number;
			readonly mark?: number;
	  }
	/** Two rays with the angle between them in degrees. */
	| { readonly kind: 'angle'; readonly degrees: number }
	/** A bar graph; `values` are drawn to scale against an axis with a tick every `step`. */
	| {
			readonly kind: 'bar-graph';
			readonly axis: string;
			readonly step: number;
			readonly bars: readonly { readonly label: string; readonly value: number }[];
	  };

export type PictureKind = Picture['kind'];
