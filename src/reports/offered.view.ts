export class OfferedSubjectView {
  name!: string;
  measures!: string[];
  dimensions!: string[];
}

/** What can be asked for: built-in reports, and what the builder counts by what. */
export class OfferedView {
  reports!: string[];
  subjects!: OfferedSubjectView[];
}
