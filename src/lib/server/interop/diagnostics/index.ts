/** What can be wrong with an import, said once as data and in every language as sentences. */
export { type DiagnosticCode, type Severity } from './codes.ts';
export { type Diagnostic, type Expected, type Place } from './diagnostic.ts';
export { createReport, type Report } from './report.ts';
export { summariseDiagnostics, type DiagnosticGroup, type DiagnosticSummary } from './summarise.ts';
export { diagnosticsAsCsv, type DiagnosticWords, type DownloadHeader } from './download.ts';
