/** What a partner app can be let to do. People have every scope: what they may do, their roles and relations decide. */
export const scopes = [
  'directory:read',
  'experts:read',
  'consultations:read',
  'consultations:write',
  'patients:read',
  'patients:write',
  'imaging:read',
  'imaging:write',
  'billing:read',
  'documents:write',
] as const;

export type Scope = (typeof scopes)[number];
