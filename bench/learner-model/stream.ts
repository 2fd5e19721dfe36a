// npm run --silent learner-model:stream: scores the learner model on anyone's data, a line at a time.
import { createStreamSession } from './stream-session.ts';

const session = createStreamSession();
let rest = '';

function takeLines(text: string): void {
	const lines = (rest + text).split('\n');
	rest = lines.pop() ?? '';
	const replies = lines
		.map((line) => session.take(line.replace(/\r$/, '')))
		.filter((reply) => reply !== undefined);
	if (replies.length > 0) process.stdout.write(`${replies.join('\n')}\n`);
}

process.stdin.setEncoding('utf8');
process.stdin.on('data', takeLines);
process.stdin.on('end', () => takeLines(rest === '' ? '' : '\n'));
