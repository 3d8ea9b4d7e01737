/** Why an entry of a bundle is left out, in words for its sender; none of them repeats a value from the entry. */
export const skipReasons = {
  notAnObject: 'the entry is not an object',
  noResource: 'the entry has no resource',
  noResourceType: 'the resource has no resourceType',
  notWritten: 'the entry asks to read, patch or delete; an import only creates and updates (POST, PUT)',
  noKey: 'the resource has neither fullUrl, id nor identifier, so a second import could not recognise it',
  provenanceOnly: 'provenance only: staff and institutions are kept in the directory',
  medicationAlone: 'kept inside the prescriptions and statements that refer to it, not by itself',
  notKept: 'this platform does not keep resources of this type',
  noPatientReference: 'required element subject (or patient) is missing or has no reference',
  containedPatient: 'its patient is contained in the resource and has no identity of its own',
  notAboutAPatient: 'it is not about a patient',
  unknownPatient: 'its patient is neither in the bundle nor known here; send the Patient first or along with it',
  noMedication: 'its medication has no code and no name, or is not in the bundle',
  identityChecksum: 'element identifier holds an identity number whose check digit is wrong (GB 11643)',
  repeats: (index: number) => `it repeats entry ${index}: same fullUrl or same identity`,
  patientSkipped: (index: number) => `its patient (entry ${index}) was skipped`,
} as const;
