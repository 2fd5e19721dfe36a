/** What can be wrong with an import, said once as data and in every language as sentences. */
export { severityOfCode, type DiagnosticCode, type Severity } from './codes.ts';
export {
	diagnostic,
	type Diagnostic,
	type Expected,
	type LimitUnit,
	type Place
} from './diagnostic.ts';
export { createReport, KEPT_DIAGNOSTICS, type Report } from './report.ts';
export { summariseDiagnostics, type DiagnosticGroup, type DiagnosticSummary } from './summarise.ts';
export {
	csvCell,
	diagnosticsAsCsv,
	type DiagnosticWords,
	type DownloadHeader
} from './download.ts';
