export { openFileStore, type FileStore } from './file-store.ts';
export { receiveFiles, type Receiving } from './receive-files.ts';
export {
	acceptUpload,
	fileLimits,
	safeFileName,
	smallPicture,
	type AcceptedFile,
	type UploadError
} from './accept-upload.ts';
export {
	insertStoredFiles,
	listDigests,
	listStoredFiles,
	type FileId,
	type FileTables,
	type StoredFile
} from './stored-file.store.ts';
export { serveFile, type FileRequest, type SentFile } from './serve-file.ts';
