/** The session's secret, for requests that do not come from a form. */
export const csrf = (): string => document.querySelector<HTMLMetaElement>('meta[name=csrf]')?.content ?? '';

/**
 * Calls `answer` with what the server says to what stands in a field, a moment after the last key.
 * An answer that a later question has overtaken is dropped; a failed one changes nothing.
 */
export function asking(field: HTMLInputElement, path: string, question: () => object, wait: number, answer: (said: Record<string, unknown>) => void): void {
  let timer = 0;
  let running: AbortController | undefined;
  const ask = async (): Promise<void> => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf() },
        body: JSON.stringify(question()),
        signal: running.signal,
      });
      if (response.ok) answer((await response.json()) as Record<string, unknown>);
    } catch {
      // No network or overtaken: the server reads the field when the form is sent.
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    if (field.value.trim() === '') {
      running?.abort();
      answer({});
    } else timer = setTimeout(() => void ask(), wait);
  });
}
