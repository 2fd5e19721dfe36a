/** Door of the import runs: what pages and the command line do with an import. */
export { applyImport, cancelImport, importInput, startImport } from './commands.ts';
export { isUnderWay, type ImportId, type ImportState } from './import-run.ts';
export { importRunner, type ImportJob, type ImportRunner } from './import-runner.ts';
export { removeImportFiles, saveImportFiles } from './import-files.ts';
export { getImport, listImportDiagnostics, listImports } from './queries.ts';
export { isImportKind, recogniseImport } from './recognise.ts';
export type { ImportReportView, ImportView } from './import-run.store.ts';
export { importKinds, type ImportKind } from '../apply/prepare-import.ts';
