import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/public.js';
import { Problem } from '../kernel/errors/public.js';
import { listNames, vocabulary, type Vocabulary } from '../vocabularies/public.js';
import { regions, type Region } from './regions.js';

/** The code lists and the regions, with their words in three languages: what a form or another program needs to say a code. */
@ApiTags('vocabularies')
@Controller('api/v1')
export class CodeListsController {
  @Get('vocabularies')
  @Access('own.use')
  lists(): { list: string; version: string; values: number }[] {
    return listNames().map((name) => {
      const { list, version, values } = vocabulary(name);
      return { list, version, values: values.length };
    });
  }

  @Get('vocabularies/:list')
  @Access('own.use')
  one(@Param('list') list: string): Vocabulary {
    if (!listNames().includes(list)) throw Problem.notFound();
    return vocabulary(list);
  }

  @Get('regions')
  @Access('own.use')
  regions(): readonly Region[] {
    return regions;
  }
}
