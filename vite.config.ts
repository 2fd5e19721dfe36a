import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';

/** SvelteKit hides the element that speaks a new page's title by this one style attribute. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

const ofAdults =
	/paraglide\/messages\/(?:imports|staff|classes|settings|matching)_|patterns\/(?:class-grid|staff)/;
const ofEverybody = (id: string) => !ofAdults.test(id) && !id.includes('app-manifest.js');

/**
 * Few files, so that a first visit over a slow line asks seldom and the next page brings little: one style sheet, one
 * chunk of all that two pages share, one of what only pages of adults share, and each page's own. SvelteKit's manifest
 * stays apart, as it wants it.
 */
const chunkGroups = [
	{ name: 'styles', test: /\.css(?:$|\?)|lang\.css/, priority: 2 },
	{ name: 'frame', test: ofEverybody, minShareCount: 2, priority: 1 },
	{ name: 'adults', test: ofAdults, minShareCount: 2 }
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
