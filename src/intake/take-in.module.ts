import { Module } from '@nestjs/common';
import { DetentionsModule } from '../detentions/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { TakeIn } from './take-in.js';

@Module({ imports: [IndividualsModule, DetentionsModule], providers: [TakeIn], exports: [TakeIn] })
export class TakeInModule {}
