import { ArrayMaxSize, IsArray, Matches, MinLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';

export class ProposeErasureInput {
  @IsCode('erasure-grounds')
  ground!: string;

  /** For whoever has to agree; it goes with the person. */
  @CleanText(500)
  @MinLength(5)
  reason!: string;

  /** Records of others, as `case:<id>`, in which a single word of the name is struck out too; two words side by side always are. */
  @Given()
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(/^[a-z-]{3,32}:[0-9a-f-]{36}$/, { each: true })
  strike?: string[];
}
