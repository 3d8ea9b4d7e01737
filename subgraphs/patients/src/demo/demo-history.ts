/** A patient's history as a FHIR R4 bundle, so that demo data enters by the same import as everybody's. */
import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import { demoId } from '@huizhen/schema/demo-ids';
import { daysBefore } from '@huizhen/schema/demo-time';
import { demoCourses, type DemoCourse } from './demo-courses.ts';
import { courseResources } from './demo-course-resources.ts';
import type { DemoPatient } from './demo-patients.ts';
import { patientResource } from './demo-patient-resource.ts';
import { visitResources } from './demo-visit-resources.ts';
import { fixedNoise } from './fixed-noise.ts';

const visits = 9;
const daysBetweenVisits = 90;
/** more than any one patient has, so that the numbers of two patients never meet */
const resourcesPerPatient = 1000;

/** JSON text of a Bundle of type collection; every fullUrl is urn:uuid and stays the same from run to run. */
export function demoHistory(patient: DemoPatient, now: Date): string {
  const course: DemoCourse = demoCourses[patient.course];
  const about = { reference: `urn:uuid:${patient.id}`, display: patient.name };
  const noise = fixedNoise(patient.n);
  const dates = Array.from({ length: visits }, (_, visit) => visitDate(now, visit, patient.n));
  const resources = [
    ...courseResources(course, about, dates),
    ...dates.flatMap((date, visit) => visitResources({ course, about, date, progress: visit / (visits - 1), noise })),
  ];
  const patientEntry: BundleEntry = { fullUrl: about.reference, resource: patientResource(patient) };
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patientEntry, ...numbered(resources, patient.n)],
  };
  return JSON.stringify(bundle);
}

/** Every three months, the last one some days ago; the hour differs from patient to patient. */
function visitDate(now: Date, visit: number, n: number): Date {
  const day = daysBefore(now, (visits - 1 - visit) * daysBetweenVisits + 3 + (n % 9));
  day.setUTCHours(1 + (n % 7), (n * 7) % 60, 0, 0);
  return day;
}

function numbered(resources: readonly FhirResource[], n: number): BundleEntry[] {
  return resources.map((resource, at) => {
    const id = demoId('fhirResource', n * resourcesPerPatient + at);
    return { fullUrl: `urn:uuid:${id}`, resource: { ...resource, id } };
  });
}
