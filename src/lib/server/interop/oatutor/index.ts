/** OATutor problems (CC BY 4.0) as an item bank. */
export { convertOatutor, oatutorImporter, type OatutorPlan } from './oatutor-importer.ts';
export type { ConversionCount } from './convert-problems.ts';
export type { LeftOutReason } from './convert-step.ts';
