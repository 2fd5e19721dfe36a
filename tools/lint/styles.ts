// Colours are tokens, directions are logical, no text is smaller than 14 px.
import { projectFiles } from './rules/project-files.ts';
import { report } from './rules/report.ts';
import { colourLiterals, physicalDirections, smallText } from './rules/styles.ts';

const tokens = new Set(['src/lib/ui/tokens/colour.css', 'src/lib/ui/tokens/contrast.css']);

report([...projectFiles('src/**/*.svelte'), ...projectFiles('src/**/*.css')], ({ path, text }) => [
	...(tokens.has(path) ? [] : colourLiterals(path, text)),
	...physicalDirections(path, text),
	...smallText(path, text)
]);
