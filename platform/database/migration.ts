/** A step of a schema's history, and the module it belongs to. */

/** `name` begins with a date: '2026-11-20-consultations'. In `sql`, {{schema}}, {{owner}} and {{app}} stand for the quoted names. */
export type Migration = { name: string; sql: string };

export type MigratedModule = {
  schema: string;
  migrations: readonly Migration[];
  /** Starts as the administrator (extensions, rights for other modules); creates its tables after SET LOCAL ROLE {{owner}}. */
  asAdmin?: true;
};
