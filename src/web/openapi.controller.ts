import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../access/public.js';
import { OpenApiText } from './openapi-text.js';

@ApiExcludeController()
@Controller('api/v1')
export class OpenApiController {
  constructor(private readonly text: OpenApiText) {}

  @Get('openapi.json')
  @Open('the description of the API says nothing about any record')
  @Header('Content-Type', 'application/json; charset=utf-8')
  document(): string {
    return this.text.value;
  }
}
