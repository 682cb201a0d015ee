import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { Problem } from '../kernel/errors/public.js';
import type { S3Settings } from '../kernel/settings/public.js';
import { writeDurably } from './durable-file.js';
import type { BackupStore } from './store.js';

type Sdk = typeof import('@aws-sdk/client-s3');

const refusedCodes = ['AccessDenied', 'InvalidAccessKeyId', 'ExpiredToken', 'InvalidToken'];

/** Backups in a bucket of an S3-compatible service, each object put whole: none is larger than the service takes at once. */
export class S3Store implements BackupStore {
  readonly kind = 's3';
  /** Loaded only where backups go to such a service. */
  private readonly service: Promise<Sdk & { readonly client: S3Client }>;
  private readonly prefix: string;

  private constructor(
    private readonly bucket: string,
    path: string,
    { endpoint, region, keyId, secret }: S3Settings,
  ) {
    this.prefix = path === '' ? '' : `${path}/`;
    const options = {
      region,
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      maxAttempts: 3,
      // Other services than Amazon's do not all know the newer check sums; the manifest has one of every object.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000 },
    } as const;
    this.service = import('@aws-sdk/client-s3').then((sdk) => ({ ...sdk, client: new sdk.S3Client(options) }));
  }

  /** @param to `s3://bucket/prefix` */
  static at(to: string, settings: S3Settings | null): S3Store {
    if (!settings) throw new Problem('backup.s3_not_set', { status: 409 });
    const [bucket = '', ...path] = to.slice('s3://'.length).split('/');
    return new S3Store(bucket, path.join('/'), settings);
  }

  async list(prefix: string): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    let from: string | undefined;
    do {
      const page = await this.asked(({ client, ListObjectsV2Command }) => client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: `${this.prefix}${prefix}/`, ContinuationToken: from })));
      for (const { Key, Size } of page.Contents ?? []) if (Key) found.set(Key.slice(this.prefix.length), Size ?? 0);
      from = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (from);
    return found;
  }

  async get(name: string): Promise<Buffer | null> {
    const body = await this.open(name);
    return body && this.told(async () => Buffer.from(await body.transformToByteArray()));
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.asked(({ client, PutObjectCommand }) => client.send(new PutObjectCommand({ Bucket: this.bucket, Key: this.prefix + name, Body: bytes, ContentLength: bytes.length })));
  }

  async putFile(name: string, from: string): Promise<void> {
    const size = statSync(from).size;
    await this.asked(({ client, PutObjectCommand }) => client.send(new PutObjectCommand({ Bucket: this.bucket, Key: this.prefix + name, Body: createReadStream(from), ContentLength: size })));
  }

  async getFile(name: string, to: string): Promise<boolean> {
    const body = await this.open(name);
    if (body) await this.told(() => writeDurably(to, body as unknown as Readable));
    return body !== null;
  }

  async remove(name: string): Promise<void> {
    await this.asked(({ client, DeleteObjectCommand }) => client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: this.prefix + name })));
  }

  close(): void {
    void this.service.then(({ client }) => client.destroy(), () => undefined); // what kept it from loading was told to who asked
  }

  private open(name: string): Promise<NonNullable<GetObjectCommandOutput['Body']> | null> {
    return this.asked(async ({ client, GetObjectCommand }) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: this.bucket, Key: this.prefix + name }));
        return Body ?? null;
      } catch (error) {
        if ((error as { name?: string }).name === 'NoSuchKey') return null;
        throw error;
      }
    });
  }

  private asked<T>(task: (service: Sdk & { readonly client: S3Client }) => Promise<T>): Promise<T> {
    return this.told(async () => task(await this.service));
  }

  /** What the service or the network says, as a refusal with a sentence. */
  private async told<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      const { name = '', code = '', $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
      if (error instanceof Problem) throw error;
      if (name === 'NoSuchBucket') throw new Problem('backup.s3_no_bucket', { status: 503, params: { bucket: this.bucket } });
      // The service knows the key and makes another signature with it: the secret beside it is not the one.
      if (name === 'SignatureDoesNotMatch') throw new Problem('backup.s3_secret_wrong', { status: 503, params: { bucket: this.bucket } });
      if (refusedCodes.includes(name) || $metadata?.httpStatusCode === 403) throw new Problem('backup.s3_refused', { status: 503, params: { bucket: this.bucket } });
      if (/^E[A-Z_]+$/.test(code) || name === 'TimeoutError' || ($metadata && $metadata.httpStatusCode === undefined)) throw new Problem('backup.s3_unreachable', { status: 503, params: { bucket: this.bucket } });
      if ($metadata) throw new Problem('backup.s3_fails', { status: 503, params: { bucket: this.bucket, answer: $metadata.httpStatusCode ?? name } });
      throw error;
    }
  }
}
