/** Something set-up cannot mend by itself; the message tells a person what to do. */
export class SetupProblem extends Error {}
