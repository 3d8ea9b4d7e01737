/** A session as the gateway hands it out, read at the boundary: from an answer, or from where the page kept it. */
import * as z from 'zod/mini';

// The faster parser of zod compiles code at run time, which the page's content policy forbids.
z.config({ jitless: true });

export const sessionShape = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** By the server's clock. */
  expiresAt: z.iso.datetime({ offset: true }),
  viewer: z.object({
    id: z.string(),
    displayName: z.string(),
    roles: z.array(z.string()),
    institution: z.optional(z.nullable(z.object({ name: z.string() }))),
  }),
});

export type Session = z.infer<typeof sessionShape>;
export type Viewer = Session['viewer'];

export const answerShape = z.object({
  data: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  errors: z.optional(
    z.array(z.object({ message: z.string(), extensions: z.optional(z.object({ code: z.optional(z.string()) })) })),
  ),
});
