import { holding, system, type Rule } from '../../platform/access/index.ts';

/** Terms, holidays, the week grid and rooms: the office's. */
export const changeSchool: Rule = [holding('administrator'), system];
