declare module 's3rver' {
  /** The little we use of it; the package has no types. */
  export default class S3rver {
    constructor(options: { port: number; address: string; silent: boolean; directory: string; configureBuckets: { name: string; configs: string[] }[] });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
