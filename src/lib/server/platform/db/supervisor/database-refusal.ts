/** Why Locus will not start on this database. Closed: the command line maps every code to an exit code. */
export type DatabaseRefusalCode =
	| 'database.in-use'
	| 'database.other-version'
	| 'database.other-user'
	| 'database.unreachable-folder'
	| 'database.no-binaries'
	| 'database.keys-lost'
	| 'database.did-not-start'
	| 'database.no-connection'
	| 'database.too-old';

/**
 * A refusal to start. It is thrown, not returned: nothing can go on without a database, so every
 * caller between the supervisor and the command line would only hand it up. Its message is a plain
 * sentence that says what happened and what to do next.
 */
export class DatabaseRefusal extends Error {
	override readonly name = 'DatabaseRefusal';
	readonly code: DatabaseRefusalCode;

	constructor(code: DatabaseRefusalCode, sentence: string) {
		super(sentence);
		this.code = code;
	}
}
