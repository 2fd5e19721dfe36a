export { openFileStore, type FileStore } from './file-store.ts';
export { receiveFiles, type Receiving } from './receive-files.ts';
export { fileLimits, type AcceptedFile, type UploadError } from './accept-upload.ts';
export {
	insertStoredFiles,
	listDigests,
	type FileId,
	type FileTables,
	type StoredFile
} from './stored-file.store.ts';
export { serveFile, type FileRequest, type SentFile } from './serve-file.ts';
