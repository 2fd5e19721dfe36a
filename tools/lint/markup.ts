// No placeholder as a label, nothing that the content security policy blocks.
import { markupMistakes } from './rules/markup.ts';
import { projectFiles } from './rules/project-files.ts';
import { report } from './rules/report.ts';

report(projectFiles('src/**/*.svelte'), ({ text }) => markupMistakes(text));
