/** Studies and series as the platform knows them: by the UIDs that their makers gave them, mapped to our patient. */

/** Whose a study is: what every decision about it rests on. */
export interface StudyOwner {
  readonly uid: string;
  readonly patientId: string;
  /** The institution that manages the patient's record. */
  readonly institutionId: string;
}

/** What the files say about study and patient, in their own words; sealed wherever it is stored. */
export interface StudyDetails {
  readonly description?: string | undefined;
  readonly studyId?: string | undefined;
  readonly accessionNumber?: string | undefined;
  readonly referringPhysicianName?: string | undefined;
  readonly patientId?: string | undefined;
  readonly patientName?: string | undefined;
  readonly patientBirthDate?: string | undefined;
  readonly patientSex?: string | undefined;
}

export interface Study extends StudyOwner {
  readonly startedAt: Date | null;
  /** As written: YYYYMMDD and HHMMSS.FFFFFF */
  readonly studyDate: string | null;
  readonly studyTime: string | null;
  readonly modalities: readonly string[];
  readonly seriesCount: number;
  readonly instanceCount: number;
  readonly details: StudyDetails;
}

export interface Series {
  readonly uid: string;
  readonly studyUid: string;
  readonly modality: string;
  readonly number: number | null;
  readonly bodyPart: string | null;
  readonly description: string | null;
  readonly instanceCount: number;
}
