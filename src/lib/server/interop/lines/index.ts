/** Files of one JSON value a line, packed or not. */
export { readJsonLines, type JsonLine } from './read-json-lines.ts';
