/** Stops a spreadsheet from running a cell as a formula: a text that begins with one of its signs gets an apostrophe before it. */
export const guarded = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** Takes away what `guarded` put there. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
