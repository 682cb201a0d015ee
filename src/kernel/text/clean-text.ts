import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, ValidateBy } from 'class-validator';

// NUL breaks PostgreSQL text, lone surrogates break canonical JSON, other control characters only ever hide something.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text from a person: trimmed, normalised to NFC, of a bounded length and free of control characters. */
export function CleanText(limit: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').trim() : value)),
    IsString(),
    MaxLength(limit),
    ValidateBy({
      name: 'cleanText',
      validator: { validate: (value: unknown) => typeof value === 'string' && !unwanted.test(value) },
    }),
  );
}
