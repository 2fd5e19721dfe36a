import { expect, test } from 'vitest';
import {
	answer,
	diagnosticResult,
	nextQuestion,
	resumeDiagnostic,
	saveDiagnostic,
	startDiagnostic,
	type Diagnostic
} from '#engines/learner-model/index.ts';
import { toId } from '../../platform/ids.ts';
import { keepDiagnostic, resumeKept } from './kept-diagnostics.ts';
import type { CheckId } from './learner-model.tables.ts';

const checkId = toId<CheckId>('00000000-0000-7000-8000-000000000001');
const graph = {
	ids: ['count', 'add', 'times', 'ratio'],
	precedes: [['count', 'add'] as const, ['add', 'times'] as const]
};
const asStored = (diagnostic: Diagnostic): ReturnType<typeof saveDiagnostic> =>
	JSON.parse(JSON.stringify(saveDiagnostic(diagnostic)));

function answered(diagnostic: Diagnostic): Diagnostic {
	const next = answer(diagnostic, nextQuestion(diagnostic) ?? '', 'right');
	if (!next.ok) throw new Error(next.error);
	return next.value;
}

test('what is kept is given back where it is what was saved, and only there', () => {
	const first = startDiagnostic(graph, { seed: 3 });
	const second = answered(first);
	keepDiagnostic(checkId, graph, second);
	expect(resumeKept(checkId, graph, asStored(second))).toBe(second);

	const older = resumeKept(checkId, graph, asStored(first));
	expect(older.asked).toEqual([]);
	const grown = { ...graph, ids: [...graph.ids, 'percent'] };
	const wider = resumeKept(checkId, grown, asStored(second));
	expect(diagnosticResult(wider)).toEqual(
		diagnosticResult(resumeDiagnostic(grown, asStored(second)))
	);
	const other = toId<CheckId>('00000000-0000-7000-8000-000000000002');
	expect(diagnosticResult(resumeKept(other, graph, asStored(second)))).toEqual(
		diagnosticResult(second)
	);
});

test('many large checks do not fill the memory: the oldest are worked out again', () => {
	const wide = { ids: Array.from({ length: 9_000 }, (_, n) => `o${n}`), precedes: [] };
	const small = startDiagnostic(graph, { seed: 4 });
	keepDiagnostic(checkId, graph, small);
	// Only the sizes count here, so one small diagnostic stands for the large ones.
	for (let n = 3; n < 6; n++)
		keepDiagnostic(toId<CheckId>(`00000000-0000-7000-8000-00000000000${n}`), wide, small);
	expect(resumeKept(checkId, graph, asStored(small))).not.toBe(small);
});
