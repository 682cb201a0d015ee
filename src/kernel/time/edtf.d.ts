/** The part of the package `edtf` that we use; it brings no types. */
declare module 'edtf' {
  interface ExtendedDate {
    readonly type: string;
    /** Milliseconds since 1970-01-01 UTC; infinite where the side is open. */
    readonly min: number;
    readonly max: number;
  }

  /** @throws when the text is not EDTF or the date does not exist */
  export default function edtf(text: string): ExtendedDate;
}
