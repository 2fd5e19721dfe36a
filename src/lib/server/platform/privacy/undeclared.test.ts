import { expect, test } from 'vitest';
import { columns, impersonal, undeclared, type ColumnPurpose } from './index.ts';

const purpose: ColumnPurpose = {
	purpose: 'p',
	basis: 'public-task',
	seenBy: 's',
	kept: 'k',
	exported: 'e',
	erased: 'row-deleted'
};

test('TP1 a column that nobody declared is named, and so is a declaration of nothing', () => {
	const declared = [
		{
			module: 'm',
			columns: columns('t', ['name', 'gone'], purpose),
			impersonal: impersonal('t', ['id'])
		}
	];
	expect(undeclared(['t.id', 't.name', 't.new'], declared)).toEqual({
		missing: ['t.new'],
		unknown: ['t.gone']
	});
});
