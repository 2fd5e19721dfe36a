import type { LearnerEvent } from '#engines/learner-model/index.ts';
import type { EngineRow } from './evidence.store.ts';

/**
 * An evidence row as the engine takes it. Rows are checked by the database, so every kind has what it needs; one that
 * has not says nothing and is left out rather than guessed at.
 */
export function toEngineEvent(row: EngineRow): LearnerEvent | null {
	const common = { id: row.event_id, at: Math.floor(row.at.getTime() / 1000) };
	const about = { ...common, skills: row.outcome_ids, weight: row.weight };
	switch (row.kind) {
		case 'response':
			if (row.item_id === null || row.result === null) return null;
			return { ...about, kind: 'response', item: row.item_id, correct: row.result === 'right' };
		case 'self-assessment':
			return row.level === null ? null : { ...about, kind: 'self-assessment', level: row.level };
		case 'withdrawal':
			return row.withdraws === null
				? null
				: { ...common, kind: 'withdrawal', withdraws: row.withdraws };
		case 'observation':
		case 'teacher-judgement':
		case 'artefact-judgement':
		case 'external-record':
			return row.level === null ? null : { ...about, kind: row.kind, shown: row.level };
	}
}
