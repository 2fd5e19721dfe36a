import { schoolDay } from '#lib/server/platform/clock/index.ts';
import type { ImportOptions } from '../importer.ts';

/** Options of an import on a fixed day. */
export const importOptions: ImportOptions = {
	today: schoolDay(new Date('2026-03-02T09:00:00Z'), 'Pacific/Auckland')
};
