import { ArrayMaxSize, IsArray, IsIn, Matches } from 'class-validator';
import { grantable, type Permission } from '../access/public.js';
import { fieldClasses, type FieldClass } from '../kernel/record/public.js';
import { CleanText } from '../kernel/text/public.js';

/** What a role is to be: what it lacks now is asked for, what it has too much is gone at once. */
export class RoleRightsInput {
  @IsArray()
  @ArrayMaxSize(60)
  @IsIn(grantable, { each: true })
  permissions!: Permission[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(fieldClasses, { each: true })
  reads!: FieldClass[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(fieldClasses, { each: true })
  writes!: FieldClass[];

  @CleanText(500)
  @Matches(/\S/)
  reason!: string;
}
