/** Each module's schema belongs to an owner nobody can sign in as; the module itself signs in as an app role that owns nothing. */
export function ownerRole(schema: string): string {
  return `huizhen_${schema}_owner`;
}

export function appRole(schema: string): string {
  return `huizhen_${schema}`;
}
