export class EmergencyEntryView {
  id!: string;
  staffId!: string;
  kind!: string;
  recordId!: string;
  ownerId!: string;
  reason!: string;
  enteredAt!: string;
  endsAt!: string;
  answeredAt!: string | null;
  answeredBy!: string | null;
  justified!: boolean | null;
}

export class EnteredView {
  kind!: string;
  recordId!: string;
  endsAt!: string;
}
