import { SetMetadata } from '@nestjs/common';

export const TAKES_UPLOAD = 'habeas:upload';

/**
 * A route that takes a file. Its form is no ordinary body, so the secret in it can only be checked by who reads it:
 * the route must read the request with `readUpload`, which refuses the form before it keeps anything of it.
 */
export const TakesUpload = (): MethodDecorator => SetMetadata(TAKES_UPLOAD, true);
