/** Archives from outside, unpacked in memory within limits, or a plain report. */
export { ZIP_LIMITS, type ZipLimits } from './judge-entry.ts';
export { looksLikeZip, readArchive } from './read-archive.ts';
