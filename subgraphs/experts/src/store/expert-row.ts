/** A row of experts with its workload, as the database gives it. */
import { z } from 'zod';
import { professionalTitles } from '../domain/candidate.ts';
import { Expert, type ExpertAtWork } from '../domain/expert.ts';

const dutyHours = z.object({ weekday: z.number(), from: z.string(), until: z.string() });

export const expertRow = z
  .object({
    id: z.string(),
    institution_id: z.string(),
    title: z.enum(professionalTitles),
    specialties: z.array(z.string()),
    expertise: z.array(z.string()),
    practice_started_on: z.string(),
    duty_hours: z.array(dutyHours),
    online: z.boolean(),
    presence_changed_at: z.coerce.date().nullable(),
    earlier_responses: z.number(),
    earlier_response_minutes: z.number(),
    responses: z.coerce.number(),
    response_minutes: z.coerce.number(),
    open_consultations: z.coerce.number(),
    recent_assignments: z.coerce.number(),
    wrong_specialty_bounces: z.coerce.number(),
  })
  .transform((row): ExpertAtWork => {
    const responses = row.responses + row.earlier_responses;
    const minutes = row.response_minutes + row.earlier_responses * row.earlier_response_minutes;
    return {
      expert: Object.assign(new Expert(), {
        id: row.id,
        institutionId: row.institution_id,
        title: row.title,
        specialties: row.specialties,
        expertise: row.expertise,
        practiceStartedOn: row.practice_started_on,
        dutyHours: row.duty_hours,
        online: row.online,
        presenceChangedAt: row.presence_changed_at,
        earlierResponses: row.earlier_responses,
        earlierResponseMinutes: row.earlier_response_minutes,
      }),
      workload: {
        averageResponseMinutes: responses === 0 ? null : minutes / responses,
        openConsultations: row.open_consultations,
        recentAssignments: row.recent_assignments,
        wrongSpecialtyBounces: row.wrong_specialty_bounces,
      },
    };
  });
