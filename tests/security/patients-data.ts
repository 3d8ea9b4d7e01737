/** What of the published schema is patients' data, field by field, and of which grade. A new field must find its place here. */
export const grades = ['who', 'record', 'consents', 'accesses', 'case', 'study', 'images', 'room', 'invoice'] as const;
export type Grade = (typeof grades)[number];

/** `open`: no patients' data. `own`: of the viewer's own account. */
type Place = Grade | 'open' | 'own';

/** By type and grade, the names of its fields. */
export const classified: Readonly<Record<string, Readonly<Partial<Record<Place, string>>>>> = {
  Account: {
    own: 'id username displayName roles',
  },
  Allergy: { record: 'id code status verification criticality effectiveAt text' },
  CallEvidence: { room: 'seconds distinctParticipants' },
  CallSegment: { room: 'identity joinedAt leftAt seconds' },
  Coding: { record: 'system code display' },
  Condition: { record: 'id code status verification effectiveAt endedAt text' },
  ConditionConnection: { record: 'nodes edges pageInfo totalCount' },
  ConditionEdge: { record: 'node cursor' },
  Consent: { consents: 'id purpose textVersion signedBy signedAt validUntil withdrawnAt' },
  Consultation: {
    case:
      'id number kind status urgency specialty diseaseCode reason summary respondBy approvedAt createdAt updatedAt submittedAt conclusion closeReason ' +
      'consentWithdrawnAt overdue requester institution invitations opinions timeline availableActions missing',
    who: 'patient patientIfReachable',
    study: 'imagingStudies',
    room: 'room callEvidence',
    invoice: 'invoice',
  },
  ConsultationConnection: { case: 'nodes edges pageInfo totalCount' },
  ConsultationEdge: { case: 'node cursor' },
  ConsultationEvent: { case: 'cursor at consultation change' },
  CreatedAccount: { own: 'account initialPassword' },
  DiagnosticReport: { images: 'id version status findings impression signedAt pdfUrl signedBy' },
  DicomwebAccess: { images: 'root token expiresAt' },
  Encounter: { record: 'id code classCode status effectiveAt endedAt text' },
  EncounterConnection: { record: 'nodes edges pageInfo totalCount' },
  EncounterEdge: { record: 'node cursor' },
  Expert: { open: 'id practitioner specialties expertise yearsOfExperience averageResponseMinutes online' },
  ExpertConnection: { open: 'nodes edges pageInfo totalCount' },
  ExpertEdge: { open: 'node cursor' },
  ExpertMatch: { open: 'expert score parts' },
  FeeQuote: { invoice: 'feeFen insuredFen subsidyFen patientFen reasons because' },
  FeeReason: { invoice: 'code amountFen rateBasisPoints limitFen unlimitedFen restFen kind title' },
  FhirImport: { who: 'created updated unchanged skipped patients' },
  Guardian: { who: 'name relation phone' },
  ImagingSeries: { study: 'uid modality instanceCount', images: 'description' },
  ImagingStudy: {
    study: 'uid modality startedAt instanceCount series',
    who: 'patient',
    case: 'consultations',
    images: 'description dicomweb reports',
  },
  Institution: { open: 'id name level regionCode code' },
  Invitation: { case: 'id status respondBy invitedAt respondedAt declineReason declineNote expert' },
  Invoice: {
    invoice: 'id consultationId status feeFen insuredFen subsidyFen patientFen reasons because issuedAt settledAt',
    case: 'consultation',
  },
  MedicalRecord: { record: 'encounters conditions observations medications allergies' },
  MissingItem: { case: 'path message' },
  Medication: { record: 'id code prescribed status effectiveAt endedAt text' },
  MedicationConnection: { record: 'nodes edges pageInfo totalCount' },
  MedicationEdge: { record: 'node cursor' },
  Observation: { record: 'id code effectiveAt value unit text status components' },
  ObservationComponent: { record: 'code value unit text' },
  ObservationConnection: { record: 'nodes edges pageInfo totalCount' },
  ObservationEdge: { record: 'node cursor' },
  OneTimeCodeEnrolment: { own: 'otpauthUri secret' },
  Opinion: { case: 'id diagnosis diseaseCode advice signedAt version expert' },
  PageInfo: { open: 'hasNextPage hasPreviousPage startCursor endCursor' },
  PartnerApp: { own: 'id name scopes status createdAt institution trustedDocuments' },
  PartnerAppConnection: { own: 'nodes edges pageInfo totalCount' },
  PartnerAppEdge: { own: 'node cursor' },
  PartnerAppSecret: { own: 'app secret' },
  Patient: {
    who: 'id name gender birthDate identityNumber phone guardian institution',
    study: 'imagingStudies',
    record: 'record',
    consents: 'consents',
    accesses: 'accesses',
  },
  PatientConnection: { who: 'nodes edges pageInfo totalCount' },
  PatientEdge: { who: 'node cursor' },
  Practitioner: { open: 'id name title institution' },
  QueueEvent: { case: 'cursor kind consultations waiting longestWaitSeconds' },
  RecordAccess: { accesses: 'id firstAt lastAt times roles practitioner institution actions purposes' },
  RecordAccessConnection: { accesses: 'nodes edges pageInfo totalCount' },
  RecordAccessEdge: { accesses: 'node cursor' },
  Room: { room: 'id name closedAt participants segments', case: 'consultation' },
  RoomAccess: { room: 'url token expiresAt room video' },
  RoomParticipant: { room: 'identity role joinedAt' },
  ScorePart: { open: 'factor points because' },
  Session: { own: 'accessToken expiresAt refreshToken viewer stepsToDo' },
  SkippedResource: { open: 'index resourceType reason' },
  TimelineEntry: { case: 'at event note by' },
  TrustedDocument: { own: 'id text operationNames publishedAt withdrawnAt' },
  TrustedDocumentConnection: { own: 'nodes edges pageInfo totalCount' },
  TrustedDocumentEdge: { own: 'node cursor' },
  UploadTicket: { study: 'url token expiresAt' },
  VideoProfile: { open: 'maxBitrateKbps width height framesPerSecond audioOnly because' },
  Viewer: { own: 'id displayName roles institution practitioner', who: 'patient' },
};

/** Every field's grade by `Type.field`; only those of patients' data. */
export function gradedFields(): ReadonlyMap<string, Grade> {
  const fields = new Map<string, Grade>();
  for (const [type, places] of Object.entries(classified))
    for (const grade of grades) for (const name of wordsOf(places[grade])) fields.set(`${type}.${name}`, grade);
  return fields;
}

export function classifiedFields(): string[] {
  return Object.entries(classified).flatMap(([type, places]) =>
    Object.values(places).flatMap((names) => wordsOf(names).map((name) => `${type}.${name}`)),
  );
}

function wordsOf(names: string | undefined): string[] {
  return names?.split(' ') ?? [];
}
