import { expect, test } from 'vitest';
import { renderMath } from './render-math.ts';
import { splitMaths } from './segments.ts';

test('text is escaped, mathematics becomes MathML without style or script', () => {
	const { html, speech } = renderMath('Is $$\\frac{1}{2} < 0.6$$ & "so" on?');
	expect(html).toMatch(/^Is <math[^>]*>.*<mfrac>.*<\/math> &amp; &quot;so&quot; on\?$/s);
	expect(html).not.toMatch(/ style=|annotation|<span/);
	expect(speech).toBe('Is 1 over 2 is less than 0.6 & "so" on?');
});

test.each([
	'<script>alert(1)</script>',
	'$$<script>alert(1)</script>$$',
	'$$\\href{javascript:alert(1)}{x}$$',
	'$$\\htmlStyle{color:red}{x}$$',
	'$$\\includegraphics{x.png}$$',
	'$$\\text{<img src=x onerror=alert(1)>}$$',
	'$$\\class{" onclick="x}{y}$$',
	'<img src=x onerror=alert(1)> $x$',
	'$$\\url{javascript:x}$$',
	'$$\\def\\a{\\a\\a}\\a$$'
])('%s gives no markup of its own', (text) => {
	const { html } = renderMath(text);
	const tags = [...html.matchAll(/<([a-z/]+)([^>]*)>/g)];
	for (const [, name = '', attributes = ''] of tags) {
		expect(name.replace('/', '')).toMatch(/^(m[a-z]+|br|span)$/);
		expect(attributes).not.toMatch(/href|src|\bon[a-z]+=| style=|javascript/);
	}
});

test('prices stay text, dollar marks around mathematics do not', () => {
	expect(splitMaths('It costs $5 and then $6.')).toEqual([
		{ kind: 'text', text: 'It costs $5 and then $6.' }
	]);
	expect(splitMaths('Solve $x+1=2$ for \\$5')).toEqual([
		{ kind: 'text', text: 'Solve ' },
		{ kind: 'maths', text: 'x+1=2' },
		{ kind: 'text', text: ' for $5' }
	]);
	expect(splitMaths('an open $$x mark')).toEqual([{ kind: 'text', text: 'an open $$x mark' }]);
});

test.each([
	['$$x^2$$', 'x squared', 'x pūrua'],
	['$$x^10$$', 'x to the power 10', 'x ki te pū 10'],
	['$$\\sqrt{2}$$', 'the square root of 2', 'te pūtakerua o 2'],
	['$$\\sqrt[3]{x+1}$$', 'the cube root of x plus 1 end of root', undefined],
	['$$\\frac{x+1}{2}$$', 'the fraction x plus 1 over 2 end of fraction', undefined],
	['$$2\\frac{1}{2}$$', '2 and 1 over 2', '2 me te 1 i runga i 2'],
	['$$14$$ $$___$$ $$6$$', '14 blank 6', undefined],
	['$$\\begin{bmatrix}1 & 2\\end{bmatrix}$$', '1 2', undefined],
	['$$90^\\circ$$', '90 degrees', '90 putu'],
	['Find $$\\left(a\\right)$$.', 'Find ( a ).', undefined]
])('%s is read aloud', (text, english, maori) => {
	expect(renderMath(text).speech).toBe(english);
	if (maori !== undefined) expect(renderMath(text, 'mi').speech).toBe(maori);
});

test('what cannot be set is shown as typed, escaped', () => {
	expect(renderMath('$$\\frac{1$$').html).toBe('<span class="maths-as-typed">\\frac{1</span>');
});
