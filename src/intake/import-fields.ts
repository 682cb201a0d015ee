export const importWhats = ['incidents', 'individuals', 'consents'] as const;
export type ImportWhat = (typeof importWhats)[number];

/** How a column becomes a field. */
export interface ImportField {
  readonly required?: true;
  /** Several values in one cell. */
  readonly list?: true;
  /** Vocabulary of a coded field. */
  readonly codes?: string;
  readonly is?: 'when' | 'day' | 'number' | 'region' | 'facilities' | 'links';
}

/** The fields a column of a file may be mapped to; docs/users/import.md says what each holds. */
export const importFields: Readonly<Record<ImportWhat, Readonly<Record<string, ImportField>>>> = {
  incidents: {
    externalId: { required: true },
    title: { required: true },
    description: {},
    kind: { codes: 'incident-kinds' },
    regionCode: { is: 'region' },
    placeWords: {},
    facilities: { list: true, is: 'facilities' },
    start: { is: 'when' },
    end: { is: 'when' },
    theme: {},
    permission: { codes: 'permissions' },
    organiserKind: { codes: 'organiser-kinds' },
    organiser: {},
    authorityKind: { codes: 'authority-kinds' },
    links: { list: true, is: 'links' },
    headCount: { is: 'number' },
    headCountAtLeast: { is: 'number' },
    headCountAtMost: { is: 'number' },
  },
  individuals: {
    externalId: { required: true },
    name: {},
    otherNames: { list: true },
    sex: { codes: 'sex' },
    birth: {},
    ageYears: { is: 'number' },
    ageOn: { is: 'day' },
    regionCode: { is: 'region' },
    roles: { list: true, codes: 'roles-of-person' },
    nationality: {},
    occupation: {},
    vulnerabilities: { list: true, codes: 'vulnerabilities' },
    medicalNeed: {},
    phones: { list: true },
    address: {},
    documents: {},
    description: {},
    notes: {},
  },
  consents: {
    externalId: { required: true },
    reference: {},
    personId: {},
    personSystem: {},
    yes: { list: true, codes: 'consent-scopes' },
    no: { list: true, codes: 'consent-scopes' },
    withdrawn: { list: true, codes: 'consent-scopes' },
    given: { required: true, is: 'when' },
    way: { codes: 'consent-ways' },
    language: {},
    givenBy: { codes: 'consent-givers' },
    capacity: { codes: 'consent-capacities' },
    giverName: {},
    askedBy: {},
    evidence: {},
    expires: { is: 'when' },
    conditions: {},
    partners: {},
    onlyPartners: { list: true },
  },
};
