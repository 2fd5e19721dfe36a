/** Bytes to text: UTF-8 or a plain report. */
export { decodeText, readText, type Bytes, type SourceFile } from './decode-text.ts';
