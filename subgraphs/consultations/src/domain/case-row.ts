/** What every row of a consultation repeats, because row-level security judges each table by itself. */
export interface CaseRow {
  readonly consultationId: string;
  readonly patientId: string;
  readonly institutionId: string;
}
