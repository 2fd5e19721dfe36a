import {
	createModel,
	createStream,
	type LearnerStream,
	type Model,
	shippedParameters,
	train,
	type TrainingAnswer
} from '../../src/engines/learner-model/index.ts';

/** One evaluation by lines: training answers, then questions and their answers (docs/reference). */
export interface StreamSession {
	/** Takes one line; returns the one line to reply, or undefined. */
	take(line: string): string | undefined;
}

const SEED = 20_260_101;

/** Starts a session: it holds the training answers until READY and trains then, in this process. */
export function createStreamSession(): StreamSession {
	const logs = new Map<string, TrainingAnswer[]>();
	const streams = new Map<string, LearnerStream>();
	const asked = new Map<string, { readonly stream: LearnerStream; readonly answer: Asked }>();
	let model: Model = createModel(shippedParameters);

	function streamOf(student: string): LearnerStream {
		const open = streams.get(student) ?? createStream(model, logs.get(student) ?? []);
		streams.set(student, open);
		return open;
	}

	function trainNow(): string {
		const options = { seed: SEED, version: 'stream' };
		model = createModel(train(shippedParameters, [...logs.values()], options).parameters);
		return 'READY';
	}

	function collect([student = '', ...fields]: readonly string[]): undefined {
		const log = logs.get(student) ?? [];
		log.push({ ...questionFrom(fields), correct: fields[3] === '1' });
		logs.set(student, log);
	}

	function foretell([row = '', student = '', ...fields]: readonly string[]): string {
		const stream = streamOf(student);
		const answer = questionFrom(fields);
		asked.set(row, { stream, answer });
		return stream.probability(answer).toFixed(6);
	}

	function learn([row = '', correct]: readonly string[]): undefined {
		const open = asked.get(row);
		asked.delete(row);
		open?.stream.learn({ ...open.answer, correct: correct === '1' });
	}

	return {
		take(line) {
			const [kind, ...fields] = line.split('\t');
			if (kind === 'T') return collect(fields);
			if (kind === 'READY') return trainNow();
			if (kind === 'Q') return foretell(fields);
			return kind === 'A' ? learn(fields) : undefined;
		}
	};
}

type Asked = Omit<TrainingAnswer, 'correct'>;

/** `<item> <skills joined by ~> <seconds or ->`; what is no number of seconds counts as unknown. */
function questionFrom([item = '', skills = '', seconds = '-']: readonly string[]): Asked {
	const at = seconds.trim() === '' ? Number.NaN : Number(seconds);
	return {
		item,
		skills: skills.split('~').filter((skill) => skill !== '' && skill !== '-'),
		at: at >= 0 ? at : undefined
	};
}
