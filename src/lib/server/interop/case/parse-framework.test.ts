import { describe, expect, test } from 'vitest';
import { createReport, type DiagnosticCode } from '../diagnostics/index.ts';
import {
	association,
	caseFile,
	casePackage,
	documentLink,
	item,
	link,
	underDocument,
	uuid
} from '../testing/case-fixture.ts';
import { countFramework } from './count-framework.ts';
import { parseFramework } from './parse-framework.ts';
import { CASE_LIMITS } from './read-package.ts';

async function parse(value: unknown, limits = CASE_LIMITS) {
	const report = createReport('framework.json');
	const plan = await parseFramework(caseFile(value), report, limits);
	const told = report.list().map(({ code, row, field }) => [code, row, field]);
	return { plan, told, list: report.list() };
}

async function planOf(value: unknown) {
	const { plan, told } = await parse(value);
	if (plan === null) throw new Error(JSON.stringify(told));
	return { plan, told };
}

const items = [item(1, { CFItemType: 'Domain' }), item(2), item(3)];
const children = [underDocument(1), underDocument(2), underDocument(3)];
const withAssociations = (...more: readonly unknown[]) =>
	casePackage({ CFItems: items, CFAssociations: [...children, ...more] });
const withItem = (more: Readonly<Record<string, unknown>>) =>
	casePackage({ CFItems: [item(1, more)], CFAssociations: [underDocument(1)] });

describe('a valid package', () => {
	test('gives a plan without a word', async () => {
		const { plan, told } = await planOf(casePackage());
		expect(told).toEqual([]);
		expect(plan.kind).toBe('graph');
		expect(countFramework(plan)).toEqual({
			outcomes: 3,
			strands: 1,
			precedes: 1,
			is_child_of: 3,
			is_related_to: 0,
			exact_matches: 0
		});
		expect(plan.document.licence).toEqual({ title: 'entry 901', text: 'Free.' });
		expect(plan.document.changedAt).toBe('2026-02-02T20:00:00.000Z');
	});

	test('places items by parent, sequence and strand, with age bands', async () => {
		const { plan } = await planOf(casePackage());
		expect(plan.rootIds).toEqual([uuid(1)]);
		expect(plan.items.map((each) => [each.code, each.position, each.strandId])).toEqual([
			['C1', 0, uuid(1)],
			['C2', 1, uuid(1)],
			['C3', 0, uuid(1)]
		]);
		expect(plan.items.map((each) => each.ageBands)).toEqual([[], ['5-7', '8-11'], ['12-18']]);
	});

	test('without precedes and second parents it is a tree, else a graph', async () => {
		expect((await planOf(withAssociations())).plan.kind).toBe('tree');
		const two = await planOf(withAssociations(association('isChildOf', 2, 1)));
		expect(two.plan.kind).toBe('graph');
		expect(two.told).toEqual([['import.case.several-parents', 2, 'CFItems']]);
	});

	test('inside an envelope, with a byte order mark, it is the same', async () => {
		const { plan } = await planOf(casePackage());
		const enveloped = '\uFEFF' + JSON.stringify({ CFPackage: casePackage() });
		expect((await planOf(enveloped)).plan).toEqual(plan);
	});

	test('an exact match may lead to another framework, from either side', async () => {
		const { plan, told } = await planOf(
			withAssociations(association('exactMatchOf', 2, 77), association('exactMatchOf', 78, 3))
		);
		expect(told).toEqual([]);
		const matches = plan.associations.filter((each) => each.kind === 'exact match');
		expect(matches.map((each) => [each.fromId, each.toId, each.external])).toEqual([
			[uuid(2), uuid(77), true],
			[uuid(3), uuid(78), true]
		]);
	});
});

describe('what real exports get wrong is a warning', () => {
	test.each<[string, unknown, DiagnosticCode, string]>([
		[
			'no zone',
			withItem({ lastChangeDateTime: '2026-02-03T09:00:00' }),
			'import.case.date-without-zone',
			'CFItems.lastChangeDateTime'
		],
		[
			'no time',
			withItem({ lastChangeDateTime: '2026-02-03' }),
			'import.case.date-without-zone',
			'CFItems.lastChangeDateTime'
		],
		[
			'no date',
			withItem({ lastChangeDateTime: 'yesterday' }),
			'import.case.bad-date',
			'CFItems.lastChangeDateTime'
		],
		[
			'a day that never was',
			withItem({ lastChangeDateTime: '2026-02-30T09:00:00Z' }),
			'import.case.bad-date',
			'CFItems.lastChangeDateTime'
		],
		[
			'another name',
			withItem({ educationLevel: undefined, educationalLevel: ['02'] }),
			'import.case.misnamed-field',
			'CFItems.educationalLevel'
		],
		[
			'a number for text',
			withItem({ humanCodingScheme: 3 }),
			'import.case.number-form',
			'CFItems.humanCodingScheme'
		],
		[
			'a list for text',
			withItem({ abbreviatedStatement: [] }),
			'import.case.empty-list',
			'CFItems.abbreviatedStatement'
		],
		[
			'a list for an object',
			withItem({ CFItemType: undefined, CFItemTypeURI: [] }),
			'import.case.empty-list',
			'CFItems.CFItemTypeURI'
		],
		[
			'an object for text',
			withItem({ notes: {} }),
			'import.case.unreadable-detail',
			'CFItems.notes'
		],
		[
			'an object for a list',
			withItem({ educationLevel: {} }),
			'import.case.unreadable-detail',
			'CFItems.educationLevel'
		],
		[
			'formatting',
			withItem({ fullStatement: '<p>Ten</p>' }),
			'import.case.html-removed',
			'CFItems.fullStatement'
		],
		[
			'no parent',
			casePackage({ CFItems: [item(1)], CFAssociations: [] }),
			'import.case.no-parent',
			'CFItems'
		]
	])('%s', async (_, value, code, field) => {
		const { plan, told } = await parse(value);
		expect(told).toEqual([[code, 1, field]]);
		expect(plan).not.toBeNull();
	});

	test('a number as text, a repeat, an unknown kind', async () => {
		const { plan, told } = await planOf(
			withAssociations(
				association('isRelatedTo', 2, 3, { sequenceNumber: '4' }),
				association('isRelatedTo', 3, 2),
				association('exemplar', 2, 3)
			)
		);
		expect(told).toEqual([
			['import.case.number-form', 4, 'CFAssociations.sequenceNumber'],
			['import.case.repeated-association', 5, 'CFAssociations'],
			['import.case.association-left-out', 6, 'CFAssociations.associationType']
		]);
		expect(countFramework(plan).is_related_to).toBe(1);
	});

	test('an empty list of definitions', async () => {
		const { told } = await planOf(casePackage({ CFDefinitions: [] }));
		expect(told).toEqual([['import.case.empty-list', null, 'CFDefinitions']]);
	});

	test('ids that are no UUIDs, codes used twice', async () => {
		const named = { ...link(1), identifier: 'item-1' };
		const { told } = await planOf(
			casePackage({
				CFItems: [item(1, { identifier: 'item-1' }), item(2, { humanCodingScheme: 'C1' })],
				CFAssociations: [underDocument(1, { originNodeURI: named }), underDocument(2)]
			})
		);
		expect(told).toEqual([
			['import.case.not-a-uuid', 1, 'CFItems.identifier'],
			['import.case.repeated-code', 2, 'CFItems.humanCodingScheme']
		]);
	});

	test('a UUID in capitals is the same UUID', async () => {
		const upper = { ...documentLink, identifier: String(documentLink['identifier']).toUpperCase() };
		const { told } = await planOf(
			casePackage({
				CFItems: [item(1)],
				CFAssociations: [underDocument(1, { destinationNodeURI: upper })]
			})
		);
		expect(told).toEqual([]);
	});
});

describe('what matters is an error, told once, where it is', () => {
	const cases: readonly [string, unknown, DiagnosticCode, number | null, string | null][] = [
		['no JSON', '{"CFDocument": {,}}', 'import.case.invalid-json', 1, null],
		['no JSON, third line', '{\n"a": 1,\n"b": tru\n}', 'import.case.invalid-json', 3, null],
		['cut JSON', '{"CFDocument": {"title": "a', 'import.case.invalid-json', 1, null],
		['nothing', '', 'import.case.invalid-json', 1, null],
		['a list', [], 'import.case.not-a-package', null, 'CFDocument'],
		[
			'no document',
			casePackage({ CFDocument: undefined }),
			'import.case.not-a-package',
			null,
			'CFDocument'
		],
		[
			'a list for the document',
			casePackage({ CFDocument: [] }),
			'import.case.not-a-package',
			null,
			'CFDocument'
		],
		[
			'no items',
			casePackage({ CFItems: [], CFAssociations: [] }),
			'import.case.not-a-package',
			null,
			'CFItems'
		],
		[
			'items that are no list',
			casePackage({ CFItems: {} }),
			'import.case.wrong-type',
			null,
			'CFItems'
		],
		[
			'an item that is no object',
			casePackage({ CFItems: [item(1), 'x'], CFAssociations: [underDocument(1)] }),
			'import.case.wrong-type',
			2,
			'CFItems'
		],
		[
			'an item without id',
			withItem({ identifier: undefined }),
			'import.case.missing-id',
			1,
			'CFItems.identifier'
		],
		[
			'an item without statement',
			withItem({ fullStatement: ' ' }),
			'import.case.missing-statement',
			1,
			'CFItems.fullStatement'
		],
		[
			'an id twice',
			casePackage({
				CFItems: [item(1), item(2), item(1)],
				CFAssociations: [underDocument(1), underDocument(2)]
			}),
			'import.case.duplicate-id',
			3,
			'CFItems.identifier'
		],
		[
			'an association without id',
			withAssociations(association('precedes', 2, 3, { identifier: null })),
			'import.case.missing-id',
			4,
			'CFAssociations.identifier'
		],
		[
			'an association id twice',
			withAssociations(association('precedes', 2, 3, { identifier: children[0]?.['identifier'] })),
			'import.case.duplicate-id',
			4,
			'CFAssociations.identifier'
		],
		[
			'no end',
			withAssociations(association('precedes', 2, 3, { destinationNodeURI: null })),
			'import.case.missing-id',
			4,
			'CFAssociations.destinationNodeURI'
		],
		[
			'a dangling start',
			withAssociations(association('precedes', 77, 3)),
			'import.case.dangling',
			4,
			'CFAssociations.originNodeURI'
		],
		[
			'a dangling end',
			withAssociations(association('isRelatedTo', 2, 77)),
			'import.case.dangling',
			4,
			'CFAssociations.destinationNodeURI'
		],
		[
			'a dangling parent',
			withAssociations(association('isChildOf', 2, 77)),
			'import.case.dangling',
			4,
			'CFAssociations.destinationNodeURI'
		],
		[
			'the document as a step',
			withAssociations(association('precedes', 2, 900)),
			'import.case.dangling',
			4,
			'CFAssociations.destinationNodeURI'
		],
		[
			'a self-loop',
			withAssociations(association('precedes', 2, 2)),
			'import.case.self-loop',
			4,
			'CFAssociations.destinationNodeURI'
		],
		[
			'a very long statement',
			withItem({ fullStatement: 'x'.repeat(30_000) }),
			'import.value.too-long',
			1,
			'CFItems.fullStatement'
		]
	];
	test.each(cases)('%s', async (_, value, code, row, field) => {
		const { plan, told, list } = await parse(value);
		expect(plan).toBeNull();
		expect(told.filter((_each, at) => list[at]?.severity === 'error')).toEqual(
			code === 'import.value.too-long'
				? [
						[code, row, field],
						['import.case.missing-statement', row, field]
					]
				: [[code, row, field]]
		);
	});

	test('a cycle of precedes, with its codes', async () => {
		const { plan, list } = await parse(
			withAssociations(
				association('precedes', 1, 2),
				association('precedes', 2, 3),
				association('precedes', 3, 1)
			)
		);
		expect(plan).toBeNull();
		expect(list).toEqual([
			{
				severity: 'error',
				file: 'framework.json',
				row: 6,
				field: 'CFAssociations',
				code: 'import.case.order-cycle',
				expected: { kind: 'no-cycle', path: ['C1', 'C2', 'C3', 'C1'] }
			}
		]);
	});

	test('a cycle of parents, with its codes', async () => {
		const { told, list } = await parse(
			casePackage({
				CFItems: items,
				CFAssociations: [
					underDocument(1),
					association('isChildOf', 2, 3),
					association('isChildOf', 3, 2)
				]
			})
		);
		expect(told).toEqual([['import.case.parent-cycle', 3, 'CFAssociations']]);
		expect(list[0]?.expected).toEqual({ kind: 'no-cycle', path: ['C2', 'C3', 'C2'] });
	});

	test('too large: bytes, items, associations', async () => {
		const codes = async (limits: Partial<typeof CASE_LIMITS>) =>
			(await parse(casePackage(), { ...CASE_LIMITS, ...limits })).told;
		expect(await codes({ bytes: 100 })).toEqual([['import.file.too-large', null, null]]);
		expect(await codes({ items: 2 })).toEqual([['import.case.too-many', null, 'CFItems']]);
		expect(await codes({ associations: 3 })).toEqual([
			['import.case.too-many', null, 'CFAssociations']
		]);
	});
});
