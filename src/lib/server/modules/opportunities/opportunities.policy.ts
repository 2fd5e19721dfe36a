import { holding, system, type Rule } from '../../platform/access/index.ts';

/** Who brings opportunities in, one catalogue at a time. */
export const bringOpportunities: Rule = [holding('administrator'), system];
