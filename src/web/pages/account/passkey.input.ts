import { IsString, MaxLength } from 'class-validator';
import { CleanText } from '../../../kernel/text/public.js';
import { Problem } from '../../../kernel/errors/public.js';

/** What the browser says of a passkey, as JSON in a field of a form; the library that checks it looks at every part. */
export class PasskeyInput {
  @IsString()
  @MaxLength(20_000)
  answer!: string;

  @CleanText(60)
  label!: string;

  /** @throws Problem `factor.passkey_refused` (422) */
  read<Answer extends { id: string }>(): Answer {
    try {
      const value = JSON.parse(this.answer) as Answer | null;
      if (typeof value === 'object' && value !== null && typeof value.id === 'string') return value;
    } catch {
      // not JSON
    }
    throw new Problem('factor.passkey_refused', { status: 422 });
  }
}
