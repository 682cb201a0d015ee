import type { ComponentChildren } from 'preact';
import { useWords } from './viewer.js';

interface EmptyStateProps {
  /** One sentence. */
  readonly text?: string;
  /** The one thing to do about it: a link or a button. */
  readonly children?: ComponentChildren;
}

export const EmptyState = ({ text, children }: EmptyStateProps) => {
  const words = useWords();
  return (
    <div class="card empty">
      <p>{text ?? words.say('lists.empty')}</p>
      {children}
    </div>
  );
};
