import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { keptPlurals } from './tools/bundle/kept-plurals.ts';
import { kitForBrowsers } from './tools/bundle/kit-for-browsers.ts';
import { pageChunks, type FindPart } from './tools/bundle/page-chunks.ts';
import { oneLanguage } from './tools/bundle/one-language.ts';

/** SvelteKit hides the element that speaks a new page's title by this one style attribute. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** What the bundler tells a namer of chunks. */
interface Chunking {
	getModuleInfo: FindPart;
}
const chunkOf = pageChunks();

/**
 * Few files, so that a first visit over a slow line asks seldom, and little in each: one style sheet, a frame that every
 * page has, one chunk for each area of pages, and each page's own. SvelteKit's manifest stays apart, as it wants it.
 */
const chunkGroup = (debugName: string, priority: number, isIn: (chunk: string) => boolean) => ({
	debugName,
	name: (id: string, known: Chunking) => {
		const chunk = chunkOf(id, (part) => known.getModuleInfo(part));
		return isIn(chunk) ? chunk : null;
	},
	test: (id: string) => !id.includes('app-manifest.js'),
	minShareCount: 2,
	priority
});
// A group takes along what its parts need: first what everybody has, then what learners have, so that no page of theirs
// asks for a file of the staff's.
const isOfStaff = (chunk: string) => chunk === 'staff' || chunk === 'gallery';
const chunkGroups = [
	{ name: 'styles', test: /\.css(?:$|\?)|lang\.css/, priority: 3 },
	chunkGroup('frame', 2, (chunk) => chunk === 'frame'),
	chunkGroup('learners', 1, (chunk) => !isOfStaff(chunk)),
	chunkGroup('staff', 0, isOfStaff)
];

export default defineConfig({
	environments: {
		client: {
			build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } } }
		}
	},
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['globalVariable', 'baseLocale'],
			emitTsDeclarations: true
		}),
		oneLanguage(['en', 'mi']),
		kitForBrowsers(),
		keptPlurals(),
		sveltekit({
			adapter: adapter(),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-hashes', announcerStyle],
					'img-src': ['self', 'blob:', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
