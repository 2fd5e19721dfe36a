import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';

/** SvelteKit hides the element that speaks a new page's title by this one style attribute. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * Few files, so that a first visit over a slow line asks seldom: one style sheet, one chunk of what three pages or
 * more share, and what two share merged until a chunk is worth a request. SvelteKit's own manifest stays apart.
 */
const chunkGroups = [
	{ name: 'styles', test: /\.css(?:$|\?)|lang\.css/, priority: 3 },
	{
		name: 'frame',
		test: (id: string) => !id.includes('app-manifest.js'),
		minShareCount: 3,
		priority: 2
	},
	{
		name: 'shared',
		test: (id: string) => !id.includes('app-manifest.js'),
		minShareCount: 2,
		entriesAware: true,
		entriesAwareMergeThreshold: 30_000,
		priority: 1
	}
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
