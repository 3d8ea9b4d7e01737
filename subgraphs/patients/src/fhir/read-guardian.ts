/** Who acts for a patient, out of Patient.contact: parents and guardians, not every relative to call. */
import * as z from 'zod';
import type { Guardian } from '../domain/patient.ts';
import { conceptElement } from './fhir-elements.ts';
import { contactPointElement, phoneOf } from './patient-contact.ts';
import { displayName, humanNameElement } from './patient-name.ts';

const patientWithContacts = z.object({
  contact: z.array(
    z.object({
      relationship: z.array(conceptElement).nullish(),
      name: humanNameElement.nullish(),
      telecom: z.array(contactPointElement).nullish(),
    }),
  ),
});
type Contact = z.infer<typeof patientWithContacts>['contact'][number];

/** HL7 v3 RoleCode: guardian, parent, mother, father. */
const guardianCodes = ['GUARD', 'PRN', 'MTH', 'FTH'];
const guardianWords = /监护|母|父|妈|爸|guardian|mother|father|parent/i;

/** `raw` is the resource as JSON text; contacts that cannot be read are passed over. */
export function readGuardian(raw: string): Guardian | null {
  const parsed = patientWithContacts.safeParse(JSON.parse(raw));
  const contact = parsed.data?.contact.find(isGuardian);
  const name = contact?.name ? displayName([contact.name]) : null;
  if (contact === undefined || name === null) return null;
  return { name, relation: relationOf(contact), phone: phoneOf(contact.telecom ?? []) };
}

function isGuardian({ relationship }: Contact): boolean {
  return (relationship ?? []).some(({ text, coding }) => {
    const words = [text, ...(coding ?? []).map(({ display }) => display)];
    return guardianWords.test(words.join(' ')) || (coding ?? []).some(({ code }) => guardianCodes.includes(code ?? ''));
  });
}

function relationOf({ relationship }: Contact): string | null {
  const [first] = relationship ?? [];
  return first?.text || first?.coding?.find(({ display }) => display)?.display || null;
}
