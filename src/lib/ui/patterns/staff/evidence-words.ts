import { m } from '#lib/paraglide/messages.js';

interface Happened {
	readonly kind: string;
	readonly result: 'right' | 'wrong' | 'dont-know-yet' | null;
}

const byResult = {
	right: m.staff_evidence_right,
	wrong: m.staff_evidence_wrong,
	'dont-know-yet': m.staff_evidence_dont_know
} as const;

const byKind: Readonly<Record<string, () => string>> = {
	observation: () => m.staff_evidence_seen(),
	'self-assessment': () => m.staff_evidence_own(),
	'artefact-judgement': () => m.staff_evidence_work(),
	'teacher-judgement': () => m.staff_evidence_judged()
};

/** What a piece of evidence was, as an adult says it. */
export const evidenceSaid = ({ kind, result }: Happened): string =>
	result ? byResult[result]() : (byKind[kind]?.() ?? m.staff_evidence_elsewhere());
