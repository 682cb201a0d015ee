import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const problem = {
  description: 'A refusal (RFC 9457). `code` is stable; `title` is a sentence in the reader\'s language.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          fields: {
            type: 'array',
            items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' } } },
          },
        },
      },
    },
  },
};

/** The description of the JSON API, OpenAPI 3.1, made from the same classes that check the input. Pages are left out. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Habeas')
    .setDescription(
      'Detentions, cases and follow-up actions. Changes need `If-Match` with the version they start from; creates take an ' +
        '`Idempotency-Key`. `x-permission` on each route names the permission it asks for, or null where it is open. ' +
        'Out of reach and absent are one answer: 404 `not_found`.',
    )
    .setVersion('1')
    .addCookieAuth('habeas_session')
    .build();
  const document = SwaggerModule.createDocument(app, options, { operationIdFactory: (controller, method) => `${controller}.${method}` });
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
  for (const [, item] of paths) {
    for (const operation of Object.values(item as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation && typeof operation === 'object' && operation.responses) operation.responses.default = problem;
    }
  }
  return { ...document, paths: Object.fromEntries(paths) };
}
