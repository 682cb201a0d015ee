/** The column of a table that has none, and the member of a total. */
export const ALL = '*';
