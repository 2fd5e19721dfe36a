import { openFrame } from '#lib/server/frames.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => openFrame(locals.actor(), 'staff');
