/** Bytes to text: UTF-8 or a plain report. */
export { decodeText, readBytes, readText, type Bytes, type SourceFile } from './decode-text.ts';
