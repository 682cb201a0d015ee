import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, Matches, ValidateNested } from 'class-validator';
import { CleanText, Given } from '../../../kernel/text/public.js';
import { IsCode } from '../../../vocabularies/public.js';

export const personFileFormats = ['json', 'pdf', 'docx'] as const;
export type PersonFileFormat = (typeof personFileFormats)[number];

export class MarkedTextInput {
  @Matches(/^[a-z-]+(\.[0-9a-f-]{36})?\.[a-zA-Z]+$/)
  key!: string;

  /** The text as it was shown, with `[[` and `]]` around what is about others. */
  @CleanText(25000)
  marked!: string;
}

export class PersonFileInput {
  @IsIn(personFileFormats)
  format!: PersonFileFormat;

  @IsCode('export-purposes')
  purpose!: string;

  /** Free texts that were looked through; the others are withheld, and the file says so. */
  @Given()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MarkedTextInput)
  texts?: MarkedTextInput[];
}
