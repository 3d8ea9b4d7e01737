/** Who asks: a person signed in, a partner app, or a subgraph acting on its own. Nobody signed in is `null`. */
import { z } from 'zod';

export const roles = [
  'REQUESTER',
  'EXPERT',
  'COORDINATOR',
  'PATIENT',
  'PHARMACIST',
  'FINANCE',
  'AUDITOR',
  'ADMIN',
  'PARTNER',
] as const;

export type Role = (typeof roles)[number];

/** Frozen once parsed, since one parsed viewer serves many requests. */
export const viewerSchema = z
  .object({
    subject: z.string().min(1),
    displayName: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    institutionId: z.string().min(1).nullable(),
    practitionerId: z.string().min(1).nullable(),
    patientId: z.string().min(1).nullable(),
    /** Works at a consultation centre, and so sees the queue of every institution. */
    centre: z.boolean(),
    /** The subgraph that acts on its own, from reactions and jobs; `null` for people. */
    service: z.string().min(1).nullable(),
    /** What a partner app was let to do, such as `directory:read`; people have roles instead, and no scopes. */
    scopes: z.array(z.string().min(1)).default([]).readonly(),
    /** The partner app that asks; `null` for everybody else. */
    partnerAppId: z.string().min(1).nullable().default(null),
  })
  .readonly();

export type Viewer = z.infer<typeof viewerSchema>;

/** What a token vouches for. */
export const identitySchema = z
  .object({ viewer: viewerSchema.nullable(), purpose: z.string().min(1).max(200).nullable() })
  .readonly();

export type Identity = z.infer<typeof identitySchema>;

/** The request id travels beside the token, as `x-request-id`: it ties logs together, and nothing is decided by it. */
export type Caller = Identity & { readonly requestId: string };
