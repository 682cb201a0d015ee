import { Injectable } from '@nestjs/common';

/** Holds the description of the API, which can only be made when the whole application stands. */
@Injectable()
export class OpenApiText {
  value = '{}';
}
