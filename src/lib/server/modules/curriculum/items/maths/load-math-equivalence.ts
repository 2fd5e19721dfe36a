import type { MathEquivalence } from './math-equivalence.ts';

let loaded: Promise<MathEquivalence> | undefined;

/** Loads the mathematics library on first use (about 0.4 s and 60 MB); later calls share it. */
export function loadMathEquivalence(): Promise<MathEquivalence> {
	loaded ??= import('./compute-engine.ts').then((module) => module.createMathEquivalence());
	return loaded;
}
