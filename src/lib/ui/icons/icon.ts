/** The strokes of one icon: path data on a 24 px grid, stroked 1.75 px with round ends, never filled. */
export type Icon = string;
