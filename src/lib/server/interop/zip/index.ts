/** Archives from outside, unpacked in memory within limits, or a plain report. */
export { looksLikeZip, readArchive, ZIP_LIMITS, type ZipLimits } from './read-archive.ts';
